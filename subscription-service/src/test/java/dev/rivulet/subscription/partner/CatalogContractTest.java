package dev.rivulet.subscription.partner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.outbox.Event;
import dev.rivulet.subscription.partner.PartnerCopies.PartnerState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The catalog's own example is understood here. */
class CatalogContractTest {

    @Test
    void shouldUnderstandAPartner() throws IOException {
        var example = Files.readString(Path.of("../catalog-service/src/main/resources/events")
                .resolve("dev.rivulet.catalog.partner.changed.v1.example.json"));

        var partner = Event.read(example, PartnerState.class);

        assertThat(partner.tier()).isEqualTo("gold");
        assertThat(partner.status()).isEqualTo("ACTIVE");
    }
}
