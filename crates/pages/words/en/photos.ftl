# Photos of weapons, permits and assessments.

photo = Photo
photos = Photos
photo-add = Add a photo
photo-of = What it shows
topic-photo = The weapon
topic-photo_of_permit = A permit or certificate
topic-photo_of_assessment = The assessment
topic-photo_of_scene = The place, as it is set up
photo-how = JPEG, PNG or WebP, up to 12 MB. Where and when it was taken, and with what, is left out before it is kept.
photo-file = File it
photo-of-papers-how = Cover what nobody here needs, as an address or a number. Only the person, whoever puts papers on record, and whoever inspects see it; the person can erase it.
photo-erase = Erase this photo
photo-erased = Erased. The record keeps its sum, and shows that there was one.
photo-held = Nothing was erased: an incident is open, and what may be evidence in it stays until it is closed.
wrong-photo-none = Choose a photo.
wrong-photo-kind = This is no JPEG, PNG or WebP. Choose a photo, or save it as one of these.
wrong-photo-broken = This photo breaks off or is damaged. Take or save it once more.
wrong-photo-large = This photo is larger than 12 MB. Make it smaller, and choose it again.
wrong-photo-not-kept = The photo could not be kept. See that there is room on the hub’s disk, and try again.
