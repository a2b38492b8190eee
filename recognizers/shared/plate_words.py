"""Words around the registration of a vehicle."""

from __future__ import annotations

PLATE_WORDS = (
    "*kennzeichen", "*kennzeichens", "*kennzeichen-nr*", "nummernschild*", "nummerntafel*",
    "autonummer*", "kontrollschild*", "kontrollnummer*", "fahrzeugschild*", "kfz-nr*",
    "kfz-zulassung*",
    "plaque*", "immatrikul*", "immatric*", "number plate*", "numberplate*", "licence plate*",
    "license plate*", "licence_plate*", "license_plate*", "number_plate*", "licenseplate*",
    "licenceplate*", "registration plate*", "registration mark*", "car registration*",
    "vehicle registration*", "vehicle_registration*", "registration number*", "reg number*",
    "registration no", "reg no", "car reg*", "vehicle reg*", "reg plate*", "plate", "plates",
    "plate_number*", "vrm", "vrn", "dvla",
)  # fmt: skip
