"""Paragraphs that fill the pages of the cases: ordinary council prose of an invented county."""

FILLER = (
    "The Council supports 3,412 adults with care and support needs, of whom 1,208 live in residential or nursing homes in Aldermere.",
    "Demand for home care has grown in each of the last four years, most of all in the rural wards around Stowmere and Brantwold.",
    "Officers met providers in June and again in September to hear how the fee uplift of 5.5% had been received.",
    "Providers said that recruitment remained their greatest concern, and that travel between visits was not paid for in full.",
    "The Committee asked in March for a fuller account of waiting times, which is given in the paragraphs that follow.",
    "On 30 September 84 people were waiting for a first assessment, compared with 131 at the same point of the previous year.",
    "The average wait fell from 41 days to 27 days. No person waited longer than the statutory limit without an interim visit.",
    "A new duty team has taken calls since April, and answers nine in ten of them on the day on which they are received.",
    "The service is funded from the base budget, with a contribution of £1.2m from the health partnership for the current year.",
    "Unpaid carers told the reviewers that respite was hard to book in school holidays and that the forms were too long.",
    "The forms have since been shortened to two pages, and a telephone booking line opened on 4 November.",
    "A further report will be brought to the meeting in January, once the results of the winter survey are known.",
)
