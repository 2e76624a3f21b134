"""What is drawn and not written: the council's mark, a chart of bars."""

from reportlab.platypus import Flowable

from corpus.builder.styles import SHADES, House

BAR, GAP, LABEL_WIDTH, CHART_WIDTH, FOOT = 15, 8, 150, 250, 18


class Crest(Flowable):
    """The council's mark: a disc with two waves, and the name beside it."""

    def __init__(self, house: House, name: str) -> None:
        super().__init__()
        self.house, self.name = house, name

    def wrap(self, *_: float) -> tuple[float, float]:
        """Height of the mark with the room below it."""
        return 200, 58

    def draw(self) -> None:
        """Draws disc, waves and name."""
        pen = self.canv
        pen.setFillColor(self.house.colour)
        pen.circle(20, 36, 19, stroke=0, fill=1)
        pen.setStrokeColorRGB(1, 1, 1)
        pen.setLineWidth(2.2)
        for y in (30, 38):
            pen.bezier(6, y, 14, y + 9, 24, y - 9, 34, y)
        pen.setFont(self.house.bold, 15)
        first, _, rest = self.name.partition(" ")
        pen.drawString(48, 39, first)
        pen.setFont(self.house.font, 12)
        pen.drawString(48, 24, rest)


class Bars(Flowable):
    """Horizontal bars, each with its label and its value: `shown` maps labels to printed numbers."""

    def __init__(self, house: House, shown: dict[str, str], unit: str) -> None:
        super().__init__()
        self.house, self.shown, self.unit = house, shown, unit

    def wrap(self, *_: float) -> tuple[float, float]:
        """A row for each bar."""
        return LABEL_WIDTH + CHART_WIDTH, len(self.shown) * (BAR + GAP) + FOOT

    def draw(self) -> None:
        """Draws labels, bars and values from the top down."""
        pen, longest = self.canv, max(float(number) for number in self.shown.values())
        pen.setFont(self.house.font, 9.5)
        y = len(self.shown) * (BAR + GAP) + FOOT
        for label, number in self.shown.items():
            y -= BAR + GAP
            length = CHART_WIDTH * float(number) / longest
            pen.setFillColor(self.house.colour)
            pen.drawRightString(LABEL_WIDTH - 8, y + 4, label)
            pen.rect(LABEL_WIDTH, y, length, BAR, stroke=0, fill=1)
            pen.drawString(LABEL_WIDTH + length + 5, y + 4, f"{number}{self.unit}")
        pen.setStrokeColor(SHADES["rule"])
        pen.line(LABEL_WIDTH, FOOT - 6, LABEL_WIDTH, len(self.shown) * (BAR + GAP) + FOOT)
