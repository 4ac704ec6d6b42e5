package dev.rivulet.success.events;

import dev.rivulet.kit.testing.AsyncApiContract;

class AsyncApiTest extends AsyncApiContract {}
