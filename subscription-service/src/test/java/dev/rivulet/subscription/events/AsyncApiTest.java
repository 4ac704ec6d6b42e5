package dev.rivulet.subscription.events;

import dev.rivulet.kit.testing.AsyncApiContract;

class AsyncApiTest extends AsyncApiContract {}
