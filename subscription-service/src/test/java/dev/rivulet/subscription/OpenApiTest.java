package dev.rivulet.subscription;

import dev.rivulet.kit.testing.OpenApiContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class OpenApiTest extends OpenApiContract {}
