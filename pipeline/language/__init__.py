"""What councils and their papers say, in rules that several stages share: dates, numbers, periods, sentences, names of bodies."""
