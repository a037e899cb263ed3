# Books by name, and who must be told of a deadline; a test holds both to what the books say.

book-baseline = Good practice, everywhere
book-au = Australia
book-au-au-nsw = New South Wales
book-au-au-qld = Queensland
book-au-au-vic = Victoria
book-ca = Canada
book-ca-ca-bc = British Columbia
book-ca-ca-mb = Manitoba
book-ca-ca-on = Ontario
book-fi = Finland
book-nz = New Zealand
book-uk = United Kingdom
book-uk-uk-london = London
book-uk-uk-ni = Northern Ireland
book-us = United States
book-us-us-ca = California
book-us-us-ca-us-ca-la = Los Angeles
book-us-us-nm = New Mexico
book-us-us-nps = National parks of the United States
book-us-us-ny = New York
book-us-us-ny-us-ny-nyc = New York City
book-za = South Africa
book-kinds-stage = Stage
book-house-insured = An insured production
book-house-school = A school with look-alikes
book-house-school-firing = A school where blanks are fired

whom-osha-or-the-state-s-own-agency-where-it-has-one = OSHA, or the state's own agency where it has one
whom-worksafe-new-zealand = WorkSafe New Zealand
whom-the-ministry-of-labour-in-writing = the Ministry of Labour, in writing
whom-the-ministry-of-labour-the-committee-or-safety-representative-and-the-union = the Ministry of Labour, the committee or safety representative, and the union
whom-the-enforcing-authority-hse-or-the-council-in-northern-ireland-its-own = the enforcing authority (HSE or the council; in Northern Ireland its own)
whom-the-federal-firearms-agency-through-the-licensee-and-the-local-police = the federal firearms agency, through the licensee, and the local police
whom-the-insurer = the insurer
whom-the-state-division-cal-osha = the state division (Cal/OSHA)
whom-the-work-health-and-safety-regulator-of-the-state-or-territory = the work health and safety regulator of the state or territory
