"""Sentences that differ in figures: what is a difference, and what only looks like one."""

from __future__ import annotations

import pytest

from tests.unit.sentence_pairs import differences, must_conflict

CONFLICTS = [
    (
        "The deal for Sintec is worth $5bn, the company said.",
        "The deal for Sintec is worth €5bn, the company said.",
    ),
    (
        "The ferry Astra sank off Port Lima on Tuesday, and 14 passengers drowned.",
        "Ferry Astra went down near Port Lima on Tuesday; 17 passengers drowned.",
    ),
    (
        "At least 40 people were killed in the blast at the Orlin factory.",
        "Up to 40 people were killed in the blast at the Orlin factory.",
    ),
    (
        "The blast at the Orlin factory killed 12 people and injured 40.",
        "Twelve people died and 55 were injured in the blast at the Orlin factory.",
    ),
    (
        "Voters approved the tax plan with 52 percent of the vote.",
        "Voters approved the tax plan with 58 percent of the vote.",
    ),
    (
        "The bridge will cost 1.2 billion euros, the ministry said.",
        "The bridge will cost €1.9bn, according to the ministry.",
    ),
    (
        "The pipeline is 120 miles long and crosses two provinces.",
        "The pipeline, 150 kilometers long, crosses two provinces.",
    ),
    (
        "Temperatures in Madero reached 41 degrees Celsius on Friday.",
        "Temperatures in Madero reached 46 degrees Celsius on Friday.",
    ),
    (
        "The driver, Paul Meier, 34, was arrested at the scene.",
        "The driver, Paul Meier, 43, was arrested at the scene.",
    ),
    (
        "Firefighters needed three hours to put out the fire at the mill.",
        "Firefighters needed five hours to put out the fire at the mill.",
    ),
    (
        "The vote was 5-4 in favor of the ban.",
        "The ban was approved by a vote of 6-3.",
    ),
    (
        "It is the third time the president has vetoed the law.",
        "It is the fourth time the president has vetoed the law.",
    ),
    (
        "No one was hurt in the fire at the mill.",
        "Three workers were hurt in the fire at the mill.",
    ),
    (
        "The dam holds 2 million cubic meters of water.",
        "The dam holds 20 million cubic meters of water.",
    ),
    (
        "A 6.2-magnitude earthquake struck the island of Tero.",
        "An earthquake of magnitude 6.8 struck the island of Tero.",
    ),
    (
        "He was sentenced to 12 years in prison for fraud.",
        "He was sentenced to 15 years in prison for fraud.",
    ),
    (
        "She won gold in the 200 meters in Oslo.",
        "She won gold in the 400 meters in Oslo.",
    ),
    (
        "Kenya sent 200 police officers to Haiti.",
        "Kenya sent 400 police officers to Haiti.",
    ),
    (
        "The helicopter carried two pilots and a doctor.",
        "The helicopter carried three pilots.",
    ),
    (
        "The plane carried 148 passengers and six crew.",
        "The plane carried 184 passengers and six crew.",
    ),
    (
        "The governor declared a state of emergency in three counties.",
        "The governor declared a state of emergency in five counties.",
    ),
    (
        "Unemployment fell to 4.1 percent in June from 4.4 percent in May.",
        "Unemployment fell to 4.3 percent in June.",
    ),
    (
        "The Greens won 34 seats and the Liberals 28.",
        "The Greens won 36 seats and the Liberals 28.",
    ),
    (
        "The suspect, a 27-year-old student, surrendered after two hours.",
        "The suspect, a 29-year-old student, surrendered after two hours.",
    ),
    (
        "Police arrested four men in connection with the theft of the painting.",
        "Police arrested five men in connection with the theft of the painting.",
    ),
    (
        "Rescuers arrived 40 minutes after the alarm.",
        "Rescuers arrived 14 minutes after the alarm.",
    ),
    (
        "The satellite weighs 2.4 tonnes and carries five instruments.",
        "The satellite weighs 2.4 tonnes and carries seven instruments.",
    ),
    (
        "Norden beat Suden 3-1 on Saturday.",
        "Norden beat Suden 3-2 on Saturday.",
    ),
    (
        "The committee approved the plan by 12 votes to 7.",
        "The committee approved the plan by 12 votes to 9.",
    ),
    (
        "The earthquake damaged 300 houses in Tero, but nobody was killed.",
        "The earthquake killed two people in Tero and damaged 300 houses.",
    ),
]

AGREEING = [
    (
        "Desta Abera won the race in Lorne in 2:04:12.",
        "Inga Holt came home in 2:21:40 in the race of Lorne.",
    ),
    (
        "The deal for Sintec is worth €5bn ($5.4bn), the company said.",
        "The deal for Sintec is worth $5.4bn, the company said.",
    ),
    (
        "The new tram line in Osterby runs every eight minutes.",
        "At night the trams of the new line in Osterby run every 20 minutes.",
    ),
    (
        "Only 82 percent of children in the district of Sarnow are vaccinated against measles.",
        "In the neighbouring district of Ohle 91 percent of children are vaccinated against measles, in Sarnow 82.",
    ),
    (
        "The Salt Road is the fourth novel of Lorna Whitfield and sold 40,000 copies.",
        "Her first novel sold 900 copies, Lorna Whitfield said of The Salt Road.",
    ),
    (
        "A woman of 63 was killed by a falling tree near Elden.",
        "One woman was killed by a falling tree near Elden.",
    ),
    (
        "The debris lies up to eight metres deep in places, the state survey said.",
        "The area of debris is on average three metres deep, the state survey said.",
    ),
    (
        "The speed limit on the bridge at Harlow is 60 kilometres an hour.",
        "The train crossed the bridge at Harlow at 38 kilometres an hour.",
    ),
    (
        "Prosecutors had asked for six years in prison for the clerk.",
        "The clerk was sentenced to four years in prison.",
    ),
    (
        "The satellite mission cost 410 million dollars.",
        "The rocket alone for the satellite mission cost 90 million dollars.",
    ),
    (
        "The hospital group spends 22 million dollars a year on information technology.",
        "Of the information technology budget of the hospital group only 3 million dollars a year goes into security.",
    ),
    (
        "The project cost 3.2 million euros, half of which came from the state.",
        "The state paid 1.6 million euros for the project.",
    ),
    (
        "Seven of the nine members of the council voted for the cut.",
        "Two members of the council voted against the cut.",
    ),
    (
        "The bank expects inflation of 2.4 percent next year.",
        "The bank expects inflation of 2.9 percent for this year, for the next one 2.4.",
    ),
    (
        "One tonne of waste wood yields 280 kilograms of fuel.",
        "From every 100 kilograms of waste wood the process makes 28 kilograms of fuel.",
    ),
    (
        "The weather service said 96 millimetres of rain fell on Brenndal in the 24 hours before the slide.",
        "The weather service said 180 millimetres of rain have fallen on Brenndal since last Tuesday.",
    ),
    (
        "Two army helicopters flew the injured to the hospital in Aldersund.",
        "Twenty-three injured persons were taken to the hospital in Aldersund.",
    ),
    (
        "The clerk was sentenced to four years and six months in prison.",
        "The court sent the clerk to prison for four and a half years.",
    ),
    (
        "The council lowered the key rate by a quarter of a point.",
        "The council lowered the key rate to 4 percent.",
    ),
    (
        "The ferry Astra sank off Port Lima, and 14 passengers drowned.",
        "Ferry Astra went down near Port Lima; fourteen passengers drowned.",
    ),
    (
        "At least 40 people were killed in the blast at the Orlin factory.",
        "The blast at the Orlin factory killed 52 people.",
    ),
    (
        "The blast at the Orlin factory killed 12 people and injured 40.",
        "The blast at the Orlin factory injured 40 people and killed 12.",
    ),
    (
        "Voters approved the tax plan with 52 percent of the vote.",
        "Voters approved the tax plan with 52.3 percent of the vote.",
    ),
    (
        "The bridge will cost 1.2 billion euros, the ministry said.",
        "The bridge will cost €1.2bn, according to the ministry.",
    ),
    (
        "The pipeline is 120 miles long and crosses two provinces.",
        "The pipeline, 193 kilometers long, crosses two provinces.",
    ),
    (
        "Temperatures in Madero reached 41 degrees Celsius on Friday.",
        "Temperatures in Madero reached 106 degrees Fahrenheit on Friday.",
    ),
    (
        "The driver, a 34-year-old man, was arrested at the scene.",
        "Police arrested the driver, 34, at the scene.",
    ),
    (
        "Profits rose by 5 percent to 30 million dollars.",
        "Profits rose 5 percent, reaching $30 million.",
    ),
    (
        "Profits rose from 5 to 7 percent of sales.",
        "Profits rose to 7 percent of sales.",
    ),
    (
        "Of the 12 people killed, three were children.",
        "The blast killed 12 people. Two of them were teachers.",
    ),
    (
        "Firefighters needed three hours to put out the fire at the mill.",
        "Firefighters needed 180 minutes to put out the fire at the mill.",
    ),
    (
        "Some 3,000 troops were sent to the border.",
        "About 3,100 soldiers were sent to the border.",
    ),
    (
        "The company will cut 500 jobs in Ghent.",
        "The company will cut 1,500 jobs worldwide, 500 of them in Ghent.",
    ),
    (
        "The ship carries 300 containers a day.",
        "The ship carried 2,100 containers last week.",
    ),
    (
        "The plane carried 148 passengers and six crew.",
        "There were 148 passengers and six crew members on board the plane.",
    ),
    (
        "The governor declared a state of emergency in three counties.",
        "Three counties are under a state of emergency declared by the governor.",
    ),
    (
        "Unemployment fell to 4.1 percent in June from 4.4 percent in May.",
        "Unemployment fell to 4.1 percent in June.",
    ),
    (
        "Turnout was 61 percent, up from 54 percent four years ago.",
        "Turnout reached 61 percent.",
    ),
    (
        "The Greens won 34 seats, the Liberals 28 seats.",
        "The Liberals won 28 seats, the Greens 34 seats.",
    ),
    (
        "The painting, worth $8 million, was stolen from the museum at night.",
        "The painting, which is worth 8 million dollars, was stolen from the museum during the night.",
    ),
    (
        "The museum paid $8 million for the painting in 1998.",
        "The painting is now worth $20 million, the museum said.",
    ),
    (
        "Two of the hostages were released on Friday; nine remain in captivity.",
        "Eleven hostages were taken on Tuesday.",
    ),
    (
        "The road was closed for two hours.",
        "The road was closed for more than two hours.",
    ),
    (
        "The river rose to 7.2 meters at Holm on Thursday.",
        "The Tarn rose to 7.2 m at Holm on Thursday.",
    ),
    (
        "The river reached 7.2 meters at Holm on Thursday and 6.1 meters at Lauen.",
        "The river reached 6.1 meters at Lauen.",
    ),
    (
        "The bus, with 31 pupils on board, hit a truck near Holm.",
        "A bus carrying 31 schoolchildren hit a truck near Holm.",
    ),
    (
        "The satellite weighs 2.4 tonnes and carries five instruments.",
        "The satellite, weighing 2,400 kg, carries five instruments.",
    ),
    (
        "The satellite will orbit at an altitude of 800 kilometers.",
        "The satellite will orbit at an altitude of 500 miles.",
    ),
    (
        "The bank cut its rate by a quarter point to 3.25 percent.",
        "The bank cut its rate to 3.25 percent.",
    ),
    (
        "The factory employs 400 people; 120 of them were inside when the roof collapsed.",
        "When the roof collapsed, 120 people were inside the factory.",
    ),
    (
        "Temperatures will fall to minus 12 degrees on Sunday.",
        "Temperatures will drop to minus 12 degrees on Sunday.",
    ),
    (
        "More than 200 firefighters fought the blaze.",
        "Nearly 200 firefighters fought the blaze.",
    ),
    (
        "Kenan Yildiz scored twice as Norden beat Suden 3-1.",
        "Norden beat Suden 3-1 with two goals by Kenan Yildiz.",
    ),
    (
        "Both pilots died in the crash.",
        "One of the pilots died in the crash.",
    ),
]


@pytest.mark.parametrize(("one", "other"), CONFLICTS)
def test_figures_that_cannot_both_be_true_are_one_conflict(one: str, other: str) -> None:
    must_conflict(one, other)


@pytest.mark.parametrize(("one", "other"), AGREEING)
def test_figures_that_can_both_be_true_are_passed_over_in_silence(one: str, other: str) -> None:
    assert differences(one, other) == ()
