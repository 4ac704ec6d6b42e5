package dev.rivulet.subscription.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.subscription.webhook.Attempt.Outcome;
import dev.rivulet.subscription.webhook.Destinations.Destination;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names are judged by what they resolve to, once. */
class DestinationsTest {

    @ParameterizedTest
    @CsvSource({
        "93.184.215.14, true",
        "10.0.0.1, false",
        "127.0.0.1, false",
        "169.254.169.254, false",
        "100.64.1.1, false",
        "::1, false",
        "fd00::1, false",
        "93.184.215.14 10.0.0.1, false",
        "93.184.215.14 2606:4700::1111, true",
        "2606:4700::1111 ::1, false"
    })
    void shouldJudgeANameByAllItsAddresses(String addresses, boolean reachable) {
        var found = new Destinations(false, host -> addresses(addresses)).of("https://hooks.example/x");

        if (reachable) {
            assertThat(found).isInstanceOfSatisfying(Destination.Reachable.class, to -> {
                assertThat(to.address().isUnresolved()).isFalse();
                assertThat(to.address().getAddress()).isEqualTo(addresses(addresses)[0]);
                assertThat(to.url().host()).isEqualTo("hooks.example");
            });
        } else {
            assertThat(found).isEqualTo(new Destination.Refused(Outcome.ADDRESS_REFUSED));
        }
    }

    @Test
    void shouldLookANameUpOnce() {
        var lookUps = new AtomicInteger();
        var rebinding = new Destinations(
                false, host -> addresses(lookUps.getAndIncrement() == 0 ? "93.184.215.14" : "127.0.0.1"));

        assertThat(rebinding.of("https://hooks.example/")).isInstanceOf(Destination.Reachable.class);
        assertThat(lookUps).hasValue(1);
        assertThat(rebinding.of("https://hooks.example/")).isEqualTo(new Destination.Refused(Outcome.ADDRESS_REFUSED));
    }

    @Test
    void shouldTellANameThatIsNotKnown() {
        var nowhere = new Destinations(false, host -> {
            throw new UnknownHostException(host);
        });

        assertThat(nowhere.of("https://hooks.example/")).isEqualTo(new Destination.Refused(Outcome.NAME_UNKNOWN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example/",
                "https://127.0.0.1/",
                "https://10.1.2.3/",
                "https://169.254.169.254/latest/meta-data/",
                "https://[::1]/",
                "https://[::ffff:169.254.169.254]/",
                "https://[fd00:ec2::254]/",
                "https://0x7f.1/",
                "https://2130706433/"
            })
    void shouldRefuseAtOnceWhatNeedsNoLookUp(String url) {
        assertThat(new Destinations(false, host -> addresses("93.184.215.14")).acceptable(url))
                .isEmpty();
    }

    @Test
    void shouldLetADevelopersOwnMachineThroughWhereConfigured() {
        var lenient = new Destinations(true, InetAddress::getAllByName);

        assertThat(lenient.of("http://127.0.0.1:9999/")).isInstanceOf(Destination.Reachable.class);
        assertThat(lenient.of("http://localhost:9999/")).isInstanceOf(Destination.Reachable.class);
        assertThat(lenient.of("http://10.0.0.1/")).isEqualTo(new Destination.Refused(Outcome.ADDRESS_REFUSED));
        assertThat(new Destinations(false, InetAddress::getAllByName).of("https://localhost/"))
                .isEqualTo(new Destination.Refused(Outcome.ADDRESS_REFUSED));
    }

    private static InetAddress[] addresses(String literals) {
        return Arrays.stream(literals.split(" ")).map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
    }
}
