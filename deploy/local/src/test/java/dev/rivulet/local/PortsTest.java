package dev.rivulet.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    @Test
    void shouldBeTheUsualOnesUnlessTheEnvironmentSaysOtherwise() {
        var ports = Ports.from(Map.of("RIVULET_KAFKA_PORT", "29092", "RIVULET_SUCCESS_PORT", " 9083 "));

        assertEquals(15432, ports.postgres());
        assertEquals(29092, ports.kafka());
        assertEquals("http://localhost:8081", ports.url(Service.CATALOG).toString());
        assertEquals(9083, ports.of(Service.SUCCESS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "many", "99999999999"})
    void shouldRefuseWhatIsNoPort(String value) {
        var refusal = assertThrows(LocalStackException.class, () -> Ports.from(Map.of("RIVULET_CATALOG_PORT", value)));

        assertEquals(
                "The environment variable RIVULET_CATALOG_PORT is \"" + value + "\", which is not a TCP port.",
                refusal.getMessage());
    }

    @Test
    void shouldSayWhoNeedsABusyPortAndHowToMoveIt() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = taken.getLocalPort();
            var ports = Ports.from(Map.of(
                    "RIVULET_POSTGRES_PORT", free(),
                    "RIVULET_KAFKA_PORT", free(),
                    "RIVULET_SUCCESS_PORT", Integer.toString(port)));

            var refusal = assertThrows(LocalStackException.class, () -> ports.requireFree(Set.of(Service.SUCCESS)));

            assertEquals(
                    "Port " + port + " is busy, and success-service needs it:"
                            + " stop the program that listens there or set RIVULET_SUCCESS_PORT to a free port.",
                    refusal.getMessage());
            ports.requireFree(Set.of());
        }
    }

    private static String free() {
        return Integer.toString(Port.claim(0, "test"));
    }
}
