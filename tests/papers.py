"""Text papers of an invented council, small enough to read: minutes, a report, later minutes."""

MINUTES = """Aldermere County Council

Adults and Communities Committee

**Minutes of the Meeting Held on 5 March 2024
at 10am in the Council Chamber, Shire House, Thornwick**

Present:

Cllr Harriet Quayle (Chair)
Cllr Dev Banerji (Vice-Chair)
Cllr Owen Pruett
Cllr Marta Lisle

Also Present:

Joan Ferris\tDirector of Adult Care

1. Apologies for Absence

- 1.1 Apologies were received from Cllr Sam Tolley (Cllr Marta Lisle substituting).

2. Declarations of Interest

- 2.1 Cllr Owen Pruett declared a non-pecuniary interest in item 3 as his sister worked for a care provider.

3. Supported Living Programme

- 3.1 The Committee received the report of the Director of Adult Care on the supported living programme.
- 3.2 The Director of Adult Care **agreed** to bring a report on waiting times to the September meeting.
- 3.3 With 3 votes for and 1 against, the Committee **RESOLVED** to **AGREE**:
 - a) the building of 46 supported living homes by March 2026
 - b) the use of £1.250m of reserves in 2024/25 to buy the land

4. Forward Plan

- 4.1 The Committee **NOTED** the forward plan.

The meeting closed at 11.40am
"""

REPORT = """Aldermere County Council

Adults and Communities Committee

Report title:\tAdult Care Finance Monitoring, Period 4
Date of meeting:\t10 September 2024
Responsible Director:\tJoan Ferris, Director of Adult Care

Executive summary

At the end of July 2024 (Period 4) Adult Care forecasts an overspend of £2.310m, which is 1.2% of the net budget.

Recommendations:

Members are asked to:

- a) **Note the forecast overspend of £2.310m at Period 4**
- b) **Agree the use of £0.400m of reserves**

1. Budget position

- 1.1 The table below shows the forecast for each area.

Area\tBudget 2024/25 £m\tForecast £m\tVariance £m
Older people\t61.200\t62.900\t1.700
Learning disability\t48.100\t49.010\t0.910
Mental health\t14.300\t14.000\t(0.300)
Total\t123.600\t125.910\t2.310

2. Supported living

- 2.1 The Council will deliver 46 supported living homes by September 2026, six months later than planned, because land was bought late.
- 2.2 We have opened 12 of the homes since June 2024.
"""

LATER = """Aldermere County Council

Adults and Communities Committee

**Minutes of the Meeting Held on 10 September 2024
at 10am in the Council Chamber, Shire House, Thornwick**

Present:

Cllr Harriet Quayle (Chair)
Cllr Owen Pruett
Cllr Sam Tolley

1. Minutes

- 1.1 The minutes of the meeting held on 5 March 2024 were agreed as an accurate record and signed by the Chair.

2. Adult Care Finance Monitoring

- 2.1 The Committee unanimously **RESOLVED** to note the forecast overspend of £2.310m at Period 4.
- 2.2 The report on waiting times asked for in March was received.

The meeting closed at 11.05am
"""

PAPERS = {"2024-03-05 minutes.txt": MINUTES, "2024-09-10 finance report.txt": REPORT, "2024-09-10 minutes.txt": LATER}
