"use strict";
// Pages read without this. It keeps what is shown true: the clock, the hub, stops.
