"""Sentences that differ in other words (denials, degrees, names): what is a difference, and what only looks so."""

from __future__ import annotations

import pytest

from tests.unit.sentence_pairs import differences, must_conflict

CONFLICTS = [
    (
        "Twelve intensive care patients were taken by ambulance to the university hospital in Canmoor.",
        "Twelve patients from intensive care were moved by ambulance to the hospital in Dunleigh.",
    ),
    (
        "Seven of the nine hospitals of Saint Brannoc had to cancel operations on Tuesday.",
        "All nine of the hospitals of Saint Brannoc had to cancel operations on Tuesday.",
    ),
    (
        "The suspect was released without charge, police said.",
        "The suspect was charged and remains in custody, police said.",
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
        "The airport was closed on Sunday because of the snow.",
        "The airport remained open on Sunday despite the snow.",
    ),
    (
        "The plan was backed by the unions.",
        "The plan was opposed by the unions.",
    ),
    (
        "The bill passed the Senate unanimously.",
        "The bill passed a divided Senate.",
    ),
    (
        "The talks in Geneva ended without an agreement.",
        "The talks in Geneva ended with an agreement.",
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
        "The fire was started deliberately, police said on Monday.",
        "Police said on Monday that the fire was an accident.",
    ),
    (
        "Mayor Dario Conti said the bridge had been inspected in May.",
        "Mayor Dario Conti said the bridge had never been inspected.",
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
        "The bank raised its rate to 3.25 percent.",
        "The bank cut its rate to 3.25 percent.",
    ),
]

VARIANTS = [
    (
        "“We will not haggle over our patients,” Colm Aherne, the head of the hospitals, told Channel 6.",
        "“We will not bargain over our patients,” said Colm Aherne, the head of the hospitals.",
    ),
    (
        "Prime Minister Anna Kovac visited the flooded town on Friday.",
        "Prime Minister Ana Kovac visited the flooded town on Friday.",
    ),
    (
        '"This is a dark day for the people of Tarn and for the whole country," the president said.',
        '"This is a black day for the people of Tarn and for the entire country," the president said.',
    ),
    (
        '"My hands were calm, my knees were not," the diver said.',
        '"My hands were steady, my knees were not," the diver said afterwards.',
    ),
]

AGREEING = [
    (
        "A new bridge in Tessel, opened by the minister last year, withstood the flood.",
        "The minister opened a new bridge in Orlin on Monday after the flood.",
    ),
    (
        "Gates of the Norland lock are opened by hand if no keeper is present at the Norland lock.",
        "A keeper is present at the Norland lock from six in the morning.",
    ),
    (
        "The archive of the Norland lock lists its MD5 sums, 128 bits long, beside each file.",
        "The archive of the Norland lock lists its SHA256 sums beside each file.",
    ),
    (
        "Not all keepers of the Norland lock were trained at the school in Orlin.",
        "Keepers of the Norland lock were trained at the school in Orlin.",
    ),
    (
        "The agreement was approved by 72 percent of the members of the union who voted.",
        "Twenty-eight percent of the members of the union who voted rejected the agreement.",
    ),
    (
        "The pilot of the glider that crashed at Nettlefold survived with a broken leg.",
        "In 1998 the pilot of a glider that crashed at Nettlefold had not survived.",
    ),
    (
        "The film festival in Sorano was not affected by the strike of cinema workers.",
        "Cinema workers in Sorano went on strike while the film festival was on.",
    ),
    (
        "Wardens counted 412 grey seals in the Halm estuary, the highest number since records began.",
        "There have never been so many grey seals in the Halm estuary as the 412 wardens counted.",
    ),
    (
        "Fishing boats found the wreck of the submarine Narval off Cape Trew.",
        "A second submarine off Cape Trew has not been found; the wreck of the Narval was.",
    ),
    (
        "The repair of the recalled cars is free of charge for all drivers, Corvane said.",
        "Drivers of the recalled cars should not charge them beyond the limit, Corvane said.",
    ),
    (
        "Corvane began to investigate when it learned of the first fire of a Lumo in Lindhaven.",
        "The Lumo is not the first car of which Corvane learned that a fire began in Lindhaven.",
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
        "The strike was the only reason for the delay, the airline said.",
        "The strike was one reason for the delay, the airline said.",
    ),
    (
        "Julia Brandt, the deputy mayor, opened the bridge on Saturday.",
        "Julia Brandt, the mayor, opened the bridge on Saturday.",
    ),
    (
        '"This is a dark day for the people of Tarn and for the whole country," the president said.',
        '"This is a dark day for the people of Tarn and for the whole country," said the president.',
    ),
    (
        "Doctors said the boy was in stable condition.",
        "Doctors said the boy was in critical condition.",
    ),
    (
        "Foreign Minister Li met Kim in Hanoi on Monday.",
        "Foreign Minister Li met Kim in Hanoi on Monday for two hours.",
    ),
    (
        '"We want to be paid for our work," the nurses said in front of the hospital.',
        '"We want to be heard at our table," the drivers said in front of the depot.',
    ),
]


@pytest.mark.parametrize(("one", "other"), CONFLICTS)
def test_words_that_cannot_both_be_true_are_one_conflict(one: str, other: str) -> None:
    must_conflict(one, other)


@pytest.mark.parametrize(("one", "other"), VARIANTS)
def test_another_wording_is_one_variant(one: str, other: str) -> None:
    (found,) = differences(one, other)
    assert found.kind == "variant"


@pytest.mark.parametrize(("one", "other"), AGREEING)
def test_words_that_can_both_be_true_are_passed_over_in_silence(one: str, other: str) -> None:
    assert differences(one, other) == ()
