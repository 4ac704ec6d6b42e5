package dev.rivulet.success.webhook.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetriesTest {

    @Test
    void shouldRetryLessAndLessOftenAndThenNoMore() {
        assertThat(Retries.after(1)).hasValue(Duration.ofSeconds(5));
        assertThat(Retries.after(2)).hasValue(Duration.ofSeconds(15));
        assertThat(Retries.after(4)).hasValue(Duration.ofSeconds(135));
        assertThat(Retries.after(11)).hasValue(Duration.ofHours(8));
        assertThat(Retries.after(12)).isEmpty();
    }
}
