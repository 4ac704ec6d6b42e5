package dev.rivulet.catalog.events;

import dev.rivulet.kit.testing.AsyncApiContract;

class AsyncApiTest extends AsyncApiContract {}
