package dev.rivulet.subscription.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackSignatureTest {

    private static final byte[] BODY = "{\"id\":\"evt_1\"}".getBytes(StandardCharsets.UTF_8);
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);
    private static final String SECRET = "whsec_test";

    @Test
    void shouldTakeWhatIsSignedNow() {
        assertThat(good(CallbackSignature.sign(NOW, BODY, SECRET))).isTrue();
        // Reckoned apart: printf '%s' '1700000000.{"id":"evt_1"}' | openssl dgst -sha256 -hmac whsec_test
        assertThat(CallbackSignature.sign(NOW, BODY, SECRET))
                .startsWith("t=1700000000,v1=")
                .hasSize(80);
    }

    @ParameterizedTest
    @CsvSource({"-301, false", "-300, true", "300, true", "301, false"})
    void shouldTakeWhatIsNoMoreThanFiveMinutesOff(long seconds, boolean good) {
        assertThat(good(CallbackSignature.sign(NOW.plusSeconds(seconds), BODY, SECRET)))
                .isEqualTo(good);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "t=1700000000",
                "v1=00",
                "t=,v1=00",
                "t=1700000000,v1=",
                "t=1700000000,v0=00",
                "t=9999999999999999999999,v1=00",
                "t=-5,v1=00",
                "garbage,,,"
            })
    void shouldRefuseWhatIsNoSignature(String header) {
        assertThat(good(header)).isFalse();
    }

    @Test
    void shouldRefuseAnotherBodyAndAnotherSecret() {
        assertThat(good(CallbackSignature.sign(NOW, "{}".getBytes(StandardCharsets.UTF_8), SECRET)))
                .isFalse();
        assertThat(good(CallbackSignature.sign(NOW, BODY, "whsec_other"))).isFalse();
    }

    @Test
    void shouldTakeOneGoodSignatureOfSeveral() {
        assertThat(good(CallbackSignature.sign(NOW, BODY, SECRET) + ",v1=00")).isTrue();
        assertThat(good("t=1700000000,v1=00,"
                        + CallbackSignature.sign(NOW, BODY, SECRET).split(",")[1]))
                .isTrue();
    }

    private static boolean good(String header) {
        return CallbackSignature.isGood(header, BODY, SECRET, NOW);
    }
}
