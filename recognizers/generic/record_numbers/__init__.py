"""Numbers under which an organisation keeps a person: customer, contract, patient and others."""
