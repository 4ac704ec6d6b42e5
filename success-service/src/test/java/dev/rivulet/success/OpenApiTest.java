package dev.rivulet.success;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.testing.OpenApiContract;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest extends OpenApiContract {

    @Test
    void everyTextOfAnAnswerHasAnExample() throws IOException {
        assertThat(textsWithoutExample()).isEmpty();
    }
}
