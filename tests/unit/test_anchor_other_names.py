"""Names of persons and places that differ by a letter, or by two letters exchanged, are never slips of each other."""

from __future__ import annotations

import pytest

from tui.documents import from_text
from tui.evidence import Status, anchor

_PERSONS = (
    "Eugenia/Evgenia Ryabov/Ryabkov Stepan/Stjepan Ursula/Urszula Vucic/Vujic Nunes/Nunez Chavez/Chaves "
    "Antony/Anthony Brian/Brain Marta/Marla Karla/Karal Kim/Kin Hansen/Hanson Jon/John Jean/Joan Eric/Erik Sara/Sarah "
    "Ann/Anne Steven/Stefan Marian/Marina Christian/Christina Adrian/Adrina Pavel/Pavle Alexander/Alexandre "
    "Kirsten/Kristen Mohammed/Mohamed Ahmed/Ahmad Hassan/Hasan Hussein/Husain Yusuf/Yousuf Ibrahim/Ebrahim Li/Le "
    "Chen/Cheng Chang/Zhang Wang/Wong Xi/Zi Sato/Saito Suzuki/Susuki Tanaka/Takana Ito/Ono Nguyen/Nguyan Singh/Sinha "
    "Khan/Kahn Petrov/Petrova Ivanov/Ivankov Medvedev/Medvedeva Zelensky/Zelenska Tusk/Rusk Scholz/Schulz Merz/Marz "
    "Meyer/Meier Schmidt/Schmitt Müller/Möller Larsen/Larson Andersen/Anderson Johansen/Johansson Peterson/Petersen "
    "Gonzalez/Gonzales Fernandez/Hernandez Martinez/Martines Silva/Sylva Santos/Santo Costa/Coste Rossi/Russi "
    "Bianchi/Bianco Romano/Romana Macron/Marcon Barnier/Bernier Biden/Bidon Trump/Tromp Obama/Osama Clinton/Clifton "
    "Reagan/Regan Bush/Busch Blair/Blain Thatcher/Hatcher Putin/Puten Lavrov/Lavrin Blinken/Blinkin Harris/Harries "
    "Walz/Waltz Vance/Vince Rubio/Rubia Austin/Austen Kishi/Kisho Kihara/Kahara Kamikawa/Kamakawa Okafor/Okafar "
    "Mbeki/Mbaki Haddad/Hadad Cohen/Cohan Novak/Nowak Miller/Millar Garcia/Gracia Walker/Waller Thompson/Thomson"
)
_PLACES = (
    "Slovakia/Slovenia Iran/Iraq Austria/Australia Niger/Nigeria Gambia/Zambia Mali/Malta Guinea/Guiana "
    "Dominica/Dominico Mauritius/Mauritias Angola/Angora Chad/Chaz Oman/Omar Laos/Lagos Macao/Macau Kiev/Kyiv "
    "Kharkiv/Kherson Donetsk/Donetzk Luhansk/Lugansk Brest/Bret Bonn/Born Bern/Berne Basel/Basle Lille/Lilla Nice/Nive "
    "Cannes/Caen Tours/Tour Turin/Tulin Parma/Palma Verona/Varona Sevilla/Sevella Cordoba/Cordova Valencia/Valence "
    "Boston/Baston Dover/Denver Dallas/Dulles Stafford/Stamford Delhi/Delphi Jaffa/Jaffna Tripoli/Tripolo "
    "Damascus/Damasceus Homs/Hama Mosul/Mosel Basra/Busra Kabul/Kabal Herat/Hirat Lahore/Lahori Dhaka/Dakar "
    "Hanoi/Hanol Manila/Manilla Seoul/Seol Busan/Pusan Osaka/Osaga Kyoto/Tokyo Nagoya/Nagano Taipei/Taibei "
    "Hubei/Hebei Hunan/Henan Shanxi/Shaanxi Jilin/Jinan Suzhou/Xuzhou Quito/Quita Lima/Lime Bogota/Bagota Santos/Santas"
)


@pytest.mark.parametrize("pairs", [_PERSONS, _PLACES], ids=["persons", "places"])
def test_a_name_is_never_verified_as_another(pairs: str) -> None:
    silent = []
    for one, other in (pair.split("/") for pair in pairs.split()):
        for true, false in ((one, other), (other, one)):
            text = f"They said in the old town that {true} had asked for more time, and nobody there was surprised."
            quote = text.replace(true, false)
            if true != false and anchor(from_text(text), quote).status is not Status.ALTERED:
                silent.append((true, false))
    assert silent == []


@pytest.mark.parametrize(
    ("true", "slip"),
    [
        ("Microsoft", "Microsotf"),
        ("Illinois", "Illniois"),
        ("Constantine", "Constnatine"),
        ("Government", "Govrenmnet"),
    ],
)
def test_letters_exchanged_inside_a_long_name_that_nobody_has_so_are_a_slip(true: str, slip: str) -> None:
    text = f"They said in the old town that the {true} report asked for more time, and nobody there was surprised."
    assert anchor(from_text(text), text.replace(true, slip)).status is Status.VERIFIED
