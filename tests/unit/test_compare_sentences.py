"""Two articles of one sentence each: what is a difference, and what only looks like one."""

from __future__ import annotations

import pytest

from tui.documents import from_text
from tui.evidence import FoundDifference, compare

CONFLICTS = [
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
        "The minister resigned on Monday after the report was published.",
        "The minister resigned on Wednesday after the report was published.",
    ),
    (
        "The trial of Mr Orlov will begin on 12 March in Tarn.",
        "The trial of Orlov is to begin on March 14 in Tarn.",
    ),
    (
        "The train left the station at 6:15 a.m. and derailed near Holm.",
        "The train left the station at 7:45 a.m. and derailed near Holm.",
    ),
    (
        "The court rejected the appeal of the company on Thursday.",
        "The court accepted the appeal of the company on Thursday.",
    ),
    (
        "The pilot was injured in the crash, the airline said.",
        "The pilot was not injured in the crash, the airline said.",
    ),
    (
        "All passengers survived the crash landing in Holm.",
        "Most passengers survived the crash landing in Holm.",
    ),
    (
        "The driver, Paul Meier, 34, was arrested at the scene.",
        "The driver, Paul Meier, 43, was arrested at the scene.",
    ),
    (
        "The village lies 30 kilometers north of the capital.",
        "The village lies 30 kilometers south of the capital.",
    ),
    (
        "Profits rose by 5 percent in the first quarter.",
        "Profits fell by 5 percent in the first quarter.",
    ),
    (
        "It was the worst fire in the history of the city.",
        "It was a bad fire in the history of the city.",
    ),
    (
        "The police chief answers to the mayor of Holm.",
        "The police chief answers to the interior ministry.",
    ),
    (
        "The mine has been owned by Karsk since 2004.",
        "The mine has been owned by Karsk since 2006.",
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
        "The airport was closed on Sunday because of the snow.",
        "The airport remained open on Sunday despite the snow.",
    ),
    (
        "The plan was backed by the unions.",
        "The plan was opposed by the unions.",
    ),
    (
        "A 6.2-magnitude earthquake struck the island of Tero.",
        "An earthquake of magnitude 6.8 struck the island of Tero.",
    ),
    (
        "The bill passed the Senate unanimously.",
        "The bill passed a divided Senate.",
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
        "The talks in Geneva ended without an agreement.",
        "The talks in Geneva ended with an agreement.",
    ),
    (
        "The helicopter carried two pilots and a doctor.",
        "The helicopter carried three pilots.",
    ),
    (
        "The plane made an emergency landing in Lisbon on Sunday evening.",
        "The plane made an emergency landing in Porto on Sunday evening.",
    ),
    (
        "A spokesman for Avia said the left engine had failed.",
        "The right engine failed, a spokesman for Avia said.",
    ),
    (
        "The plane carried 148 passengers and six crew.",
        "The plane carried 184 passengers and six crew.",
    ),
    (
        "The fire was started deliberately, police said on Monday.",
        "Police said on Monday that the fire was an accident.",
    ),
    (
        "Mayor Dario Conti said the bridge had been inspected in May.",
        "Mayor Dario Conti said the bridge had never been inspected.",
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
        "Around a third of the workers joined the strike at the port.",
        "Around half of the workers joined the strike at the port.",
    ),
    (
        "Some workers joined the strike at the port of Tarn.",
        "All workers joined the strike at the port of Tarn.",
    ),
    (
        "The ministry confirmed that the minister had met the lobbyist.",
        "The ministry denied that the minister had met the lobbyist.",
    ),
    (
        "The company said it would appeal against the fine.",
        "The company said it would not appeal against the fine.",
    ),
    (
        "Coach Pavel Novak said the injury was not serious.",
        "Coach Pavel Novak called the injury serious.",
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
        "The bank raised its rate to 3.25 percent.",
        "The bank cut its rate to 3.25 percent.",
    ),
    (
        "The factory was built in 1987.",
        "The factory was built in 1978.",
    ),
    (
        "The strike will last until Friday, the union said.",
        "The strike will last until Saturday, the union said.",
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
        "The law takes effect on 1 July.",
        "The law takes effect on 1 January.",
    ),
    (
        "The earthquake damaged 300 houses in Tero, but nobody was killed.",
        "The earthquake killed two people in Tero and damaged 300 houses.",
    ),
]

VARIANTS = [
    (
        "Prime Minister Anna Kovac visited the flooded town on Friday.",
        "Prime Minister Ana Kovac visited the flooded town on Friday.",
    ),
    (
        '"This is a dark day for the people of Tarn and for the whole country," the president said.',
        '"This is a black day for the people of Tarn and for the entire country," the president said.',
    ),
]

AGREEING = [
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
        "The trial of Mr Orlov will begin on 12 March in Tarn.",
        "The trial of Orlov is to begin on March 12 in Tarn.",
    ),
    (
        "The court did not reject the appeal of the company.",
        "The court accepted the appeal of the company.",
    ),
    (
        "The company denied that it dumped chemicals into the river.",
        "The company dumped chemicals into the river, residents say.",
    ),
    (
        "All of the passengers survived the crash landing in Holm.",
        "Every passenger survived the crash landing in Holm.",
    ),
    (
        "Prime Minister Anna Kovac visited the flooded town on Friday.",
        "President Peter Kovac visited the flooded town on Friday.",
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
        "In 2013 a flood killed 23 people in the valley.",
        "In 2019 a flood killed 41 people in the valley.",
    ),
    (
        "The strike was the only reason for the delay, the airline said.",
        "The strike was one reason for the delay, the airline said.",
    ),
    (
        "Firefighters needed three hours to put out the fire at the mill.",
        "Firefighters needed 180 minutes to put out the fire at the mill.",
    ),
    (
        "The suspect was released without charge, police said.",
        "The suspect was charged and remains in custody, police said.",
    ),
    (
        "Some 3,000 troops were sent to the border.",
        "About 3,100 soldiers were sent to the border.",
    ),
    (
        "The two sides agreed to a truce on Monday night.",
        "A truce was agreed on Monday night by the two sides.",
    ),
    (
        "The mayor, who took office in 2018, opened the museum.",
        "The mayor opened the museum, which was built in 1975.",
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
        "The storm is expected to reach the coast on Thursday.",
        "The storm reached the coast on Wednesday.",
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
        "Julia Brandt, the deputy mayor, opened the bridge on Saturday.",
        "Julia Brandt, the mayor, opened the bridge on Saturday.",
    ),
    (
        "The bus, with 31 pupils on board, hit a truck near Holm.",
        "A bus carrying 31 schoolchildren hit a truck near Holm.",
    ),
    (
        "The accident happened at 8:10 a.m. near Holm.",
        "The accident near Holm happened at about 8 a.m.",
    ),
    (
        "The satellite was launched from French Guiana on 4 May 2021.",
        "The satellite was launched from French Guiana in May 2021.",
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
        "Ms Ferreira has led the bank since 2016.",
        "Ms Ferreira has led the bank for five years.",
    ),
    (
        "The bank cut its rate by a quarter point to 3.25 percent.",
        "The bank cut its rate to 3.25 percent.",
    ),
    (
        '"This is a dark day for the people of Tarn and for the whole country," the president said.',
        '"This is a dark day for the people of Tarn and for the whole country," said the president.',
    ),
    (
        "The factory employs 400 people; 120 of them were inside when the roof collapsed.",
        "When the roof collapsed, 120 people were inside the factory.",
    ),
    (
        "The factory was built in 1987 and renovated in 2010.",
        "The factory, renovated in 2010, dates from 1987.",
    ),
    (
        "Temperatures will fall to minus 12 degrees on Sunday.",
        "Temperatures will drop to minus 12 degrees on Sunday.",
    ),
    (
        "Doctors said the boy was in stable condition.",
        "Doctors said the boy was in critical condition.",
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
        "Foreign Minister Li met Kim in Hanoi on Monday.",
        "Foreign Minister Li met Kim in Hanoi on Monday for two hours.",
    ),
    (
        "Both pilots died in the crash.",
        "One of the pilots died in the crash.",
    ),
]


def _differences(one: str, other: str) -> tuple[FoundDifference, ...]:
    return compare([from_text(one, "one"), from_text(other, "other")]).differences


@pytest.mark.parametrize(("one", "other"), CONFLICTS)
def test_what_cannot_both_be_true_is_one_conflict(one: str, other: str) -> None:
    (found,) = _differences(one, other)
    assert found.kind == "conflict"
    assert [value.document for value in found.values] == [0, 1]


@pytest.mark.parametrize(("one", "other"), VARIANTS)
def test_another_wording_is_one_variant(one: str, other: str) -> None:
    (found,) = _differences(one, other)
    assert found.kind == "variant"


@pytest.mark.parametrize(("one", "other"), AGREEING)
def test_what_can_both_be_true_is_passed_over_in_silence(one: str, other: str) -> None:
    assert _differences(one, other) == ()


@pytest.mark.parametrize(("one", "other"), CONFLICTS)
def test_values_stand_where_they_are_said_to(one: str, other: str) -> None:
    texts = one, other
    for found in _differences(one, other):
        for value in found.values:
            assert value.value == " ".join(texts[value.document][value.span.start : value.span.end].split())
