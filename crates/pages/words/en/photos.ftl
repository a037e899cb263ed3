# Photos of weapons, permits and assessments.

photo = Photo
photos = Photos
photo-add = Add a photo
photo-of = What it shows
topic-photo = The weapon
topic-photo_of_permit = Its permit or certificate
topic-photo_of_assessment = The assessment
photo-how = JPEG, PNG or WebP, up to 12 MB. Where and when it was taken, and with what, is left out before it is kept.
photo-file = File it
wrong-photo-none = Choose a photo.
wrong-photo-kind = This is no JPEG, PNG or WebP. Choose a photo, or save it as one of these.
wrong-photo-broken = This photo breaks off or is damaged. Take or save it once more.
wrong-photo-large = This photo is larger than 12 MB. Make it smaller, and choose it again.
wrong-photo-not-kept = The photo could not be kept. See that there is room on the hub’s disk, and try again.
