package dev.rivulet.subscription.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.testing.AsyncApiContract;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class AsyncApiTest extends AsyncApiContract {

    @Test
    void shouldSayHowLongRecordsAreKept() throws IOException {
        assertThat(keptOtherwise()).isEmpty();
    }
}
