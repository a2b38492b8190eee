"""Forms without a check digit: what stands between « and » is found, and no more."""

from __future__ import annotations

import re

import pytest

from tests.recognizers.finding import found

FOUND = {
    "UK_PASSPORT": [
        "UK passport «123456789»",
        "passport «123 456 789»",
        "Passport no.: «PA1234567»",
        "passport «pa 1234567»",
        "name;passport\nMax;«123456789»",
    ],
    "US_PASSPORT": [
        "US passport «123456789»",
        "passport «A12345678»",
        "U.S. passport: «a12345678»",
        "us_passport=«123 456 789»",
    ],
    "UK_BANK_ACCOUNT": [
        "sort code «12-34-56»",
        "Sort Code: «12 34 56»",
        '{"sort_code": "«123456»"}',
        "account number «12345678»",
        "bank account «12-34-56 12345678»",
        "bank account «12345678, 12-34-56»",
        "account details, sort code «12-34-56\n12345678»",
        "sort code «12-34-56», account number «12345678»",
    ],
    "US_BANK_ACCOUNT": [
        "routing number «111000025»",
        "ABA «1110-0002-5»",
        "acct: «000123456789»",
        "checking account «1234 5678 9012»",
        "account_number=«12345678901234567»",
        "routing «111000026»",
        "Routing number «111000025», account number «000123456789»",
    ],
    "US_EIN": [
        "EIN «91-1144442»",
        "EIN: «911144442»",
        "«91-1144442» (EIN)",
        '{"ein": "«91-1144442»"}',
        "name,ein\nMuster,«91-1144442»",
        "federal tax ID «91-1144442»",
        "Employer Identification Number «91–1144442»",
    ],
    "AT_VEHICLE_PLATE": [
        "Auto «W-12345 A»",
        "«GU-123 AB» parkt",
        "Kennzeichen «W 12345 A»",
        "Kennzeichen: «w-12345a»",
        "Kennzeichen «S-MAXI 1»",
        "Nummerntafel «G ABC 12»",
        "Kennzeichen «LL-1 ABC»",
    ],
    "UK_VEHICLE_PLATE": [
        "the red «AB12 CDE» left",
        "number plate «ab12cde»",
        "Kennzeichen «AB12-CDE»",
        "licence plate «A123 BCD»",
        "number plate «ABC 123D»",
        "number plate «ABZ 1234»",
        "reg no: «BD51SMR»",
    ],
    "CH_VEHICLE_PLATE": [
        "«ZH·123456»",
        "«BE • 123 456»",
        "Kontrollschild «ZH 123456»",
        "Kennzeichen: «ge-1234»",
        "Nummernschild «TI123456»",
        "Kontrollschild «AI 25»",
        "plaque «VD 12'345»",
    ],
    "UK_POSTCODE": [
        "«SW1A 2AA»",
        "«sw1a 2aa»",
        "Leeds «LS1 4AP».",
        "«EC1A1BB»",
        "postcode «m11ae»",
        "postcode: «M1\n1AE»",
        "PLZ «W1A 0AX»",
        "Belfast «BT1 5GS»",
        "«SE1 2ND»",
        "address «S3 4GB»",
    ],
    "IE_EIRCODE": [
        "«A65 F4E2»",
        "Dublin «D6W X285»",
        "eircode «a65f4e2»",
        "address: «A65-F4E2»",
    ],
    "UK_DRIVING_LICENCE": [
        "«MORGA753116SM9IJ»",
        "«MORGA 753116 SM9IJ 35»",
        "«morga753116sm9ij»",
        "«FOX99801010A99AA»",
        "«MORGA-753116-SM9IJ»",
        "driving licence «12345678»",
    ],
    "US_DRIVER_LICENCE": [
        "driver's license «D1234567»",
        "driver’s license no. «S123-456-78-901-0»",
        "DL# «12345678»",
        "drivers license «S1234 56789 01234»",
        "driver license «12ABC34567»",
        "driver license «WDLABCD456DG»",
        "driver license «123456789»",
        "driver_license: «d1234567»",
    ],
    "US_MEDICARE_ID": [
        "«1EG4-TE5-MK73»",
        "«1EG4TE5MK73»",
        "«1EG4 TE5 MK73»",
        "MBI «1eg4te5mk73»",
        "Medicare «900-12-3456A»",
    ],
}
# Other numbers, codes, measures, words (the German "ein" is no EIN), and parts of longer ones.
NONE = {
    "UK_PASSPORT": [
        "123456789",
        "PA1234567",
        "passport 12345678",
        "passport 1234567890",
        "passport desk 123 456 789 0",
    ],
    "US_PASSPORT": [
        "123456789",
        "A12345678",
        "passport A1234567",
        "passport 1234567890",
    ],
    "UK_BANK_ACCOUNT": [
        "12-34-56 12345678",
        "account opened 12-03-24",
        "account number 123456789",
        "12345678",
    ],
    "US_BANK_ACCOUNT": [
        "111000025",
        "order 1234567890",
        "my account since 2019",
        "routing table 10.0.0.1",
        "account number 123456789012345678",
    ],
    "US_EIN": [
        "91-1144442",
        "ein 91-1144442",
        "nur ein Teil 911144442",
        "EIN 07-1144442",
        "EIN 91-11444421",
    ],
    "AT_VEHICLE_PLATE": [
        "DO-178C",
        "E-220 CDI",
        "B-737 MAX",
        "XX-12345 A",
        "W 12345 A",
        "SO 2",
        "GE 100",
        "DIN EN 1090",
        "bis zu 30",
        "W-12345 ABCD",
    ],
    "UK_VEHICLE_PLATE": [
        "AB12CDE",
        "SN74LVC",
        "AB50 CDE",
        "QB12 CDE",
        "AB12 CDQ",
        "type A123 BCD",
        "plate 12 of 20",
        "EN71 AND",
        "AA12 USB",
    ],
    "CH_VEHICLE_PLATE": [
        "GE 100",
        "SO 2",
        "ZH 123456",
        "AI 2027",
        "Kennzeichen XX 123456",
        "Kennzeichen ZH 1234567",
        "SO 2-Ausstoß ohne Kennzeichen",
        "GE 100 %",
    ],
    "UK_POSTCODE": [
        "A1 2BC",
        "Apple M2 8GB",
        "S3 4TB",
        "the B3 2ND",
        "QX1 2AB",
        "SW1A 2CC",
        "SW1A 2AAA",
        "XSW1A 2AA",
        "M16DB",
        "e1 6an",
        "/SW1A2AA/x",
    ],
    "IE_EIRCODE": [
        "A65 2024",
        "A64 F4E2",
        "A65F4E2",
        "D02 ABCD",
        "A65 F4E21",
        "A65 FOUR",
    ],
    "UK_DRIVING_LICENCE": [
        "MORGA733116SM9IJ",
        "MORGA753136SM9IJK",
        "AXMORGA753116SM9IJ",
        "order 12345678",
        "driving licence 123456789",
    ],
    "US_DRIVER_LICENCE": [
        "D1234567",
        "12345678",
        "driver's license expires 2027-03-12",
        "driver's license since 12-03-2024",
        "driver's license class C",
        "driver's license, 2 years",
    ],
    "US_MEDICARE_ID": [
        "0EG4-TE5-MK73",
        "1SG4-TE5-MK73",
        "1EG4-TE5-MK734",
        "1eg4te5mk73",
        "900-12-3456A",
    ],
}


@pytest.mark.parametrize("entity", FOUND)
def test_every_written_form_is_found_whole(entity: str) -> None:
    for marked in FOUND[entity]:
        text = marked.replace("«", "").replace("»", "")
        assert found(entity, text) == re.findall("«([^»]*)»", marked)


@pytest.mark.parametrize("entity", NONE)
def test_what_only_looks_like_one_is_none(entity: str) -> None:
    assert [text for text in NONE[entity] if found(entity, text)] == []
