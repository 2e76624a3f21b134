"""Pages that are pictures: upright again, recognised, their words placed."""
