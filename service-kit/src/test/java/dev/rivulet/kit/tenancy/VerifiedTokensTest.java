package dev.rivulet.kit.tenancy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rivulet.local.StackResource;
import dev.rivulet.local.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Remembering a token must change nothing but the time it takes. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "database", value = "kit"))
class VerifiedTokensTest {

    private final String tenant = "tokens-" + UUID.randomUUID();

    private static int notesWith(String header) {
        return given().header("Authorization", header).get("/notes").statusCode();
    }

    @Test
    void shouldRefuseARememberedTokenOnceItHasExpired() {
        var expiry = System.currentTimeMillis() / 1_000 + 4;
        var token = Tokens.bearer(tenant, Map.of("exp", expiry), "sales");
        assertThat(notesWith(token)).isEqualTo(200);
        assertThat(notesWith(token)).isEqualTo(200);
        await().atMost(Duration.ofSeconds(60)).until(() -> notesWith(token) == 401);
        assertThat(System.currentTimeMillis() / 1_000).isGreaterThanOrEqualTo(expiry);
    }

    @Test
    void shouldRefuseWhatIsNotExactlyARememberedToken() {
        var token = Tokens.bearer(tenant, "sales");
        assertThat(notesWith(token)).isEqualTo(200);
        var signature = token.lastIndexOf('.') + 1;
        var other = token.charAt(signature) == 'A' ? 'B' : 'A';
        assertThat(notesWith(token.substring(0, signature) + other + token.substring(signature + 1)))
                .isEqualTo(401);
        assertThat(notesWith(Tokens.forged(tenant, "sales"))).isEqualTo(401);
        assertThat(notesWith(token)).isEqualTo(200);
    }

    @Test
    void shouldGoOnAskingForTheRoleAndTheTenant() {
        var stranger = Tokens.bearer(tenant, "success");
        var nobodys = Tokens.bearer(null, "sales");
        for (var i = 0; i < 3; i++) {
            assertThat(notesWith(stranger)).isEqualTo(403);
            assertThat(notesWith(nobodys)).isEqualTo(403);
            assertThat(given().get("/notes").statusCode()).isEqualTo(401);
        }
    }
}
