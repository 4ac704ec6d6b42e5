package dev.rivulet.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenCommandTest {

    @TempDir
    Path data;

    @Test
    void shouldCarryTheRolesAndTheTenant() {
        Issuer.in(data);

        String usual = claims(token("sales"));
        String other = claims(token("billing,admin", "globex"));

        assertTrue(usual.contains("\"groups\":[\"sales\"]"), usual);
        assertTrue(usual.contains("\"tenant\":\"acme\""), usual);
        assertTrue(other.contains("\"tenant\":\"globex\""), other);
        assertTrue(other.contains("\"billing\"") && other.contains("\"admin\""), other);
    }

    @Test
    void shouldNameThePartner() {
        Issuer.in(data);

        String claims = claims(token("partner", "--partner", "019b2f80-1c4d-7e55-9a0b-2f6c1d7e8a90"));
        var refusal = assertThrows(UsageException.class, () -> token("partner", "--partner", "alpenland"));

        assertTrue(claims.contains("\"partner\":\"019b2f80-1c4d-7e55-9a0b-2f6c1d7e8a90\""), claims);
        assertEquals("\"alpenland\" is no partner: a partner is named by its id.", refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    boss   | acme  | There is no role "boss"; the roles are sales, success, billing, admin, partner, ops.
                    sales, | acme  | There is no role ""; the roles are sales, success, billing, admin, partner, ops.
                    sales  | ACME  | "ACME" is no tenant: a tenant is 1 to 63 lower-case letters, digits and hyphens.
                    """)
    void shouldRefuseUnknownRolesAndTenants(String roles, String tenant, String sentence) {
        Issuer.in(data);

        var refusal = assertThrows(UsageException.class, () -> token(roles, tenant));

        assertEquals(sentence, refusal.getMessage());
    }

    @Test
    void shouldNotMakeAKeyThatNoStackTrusts() {
        var refusal = assertThrows(LocalStackException.class, () -> token("sales"));

        assertEquals("No stack has run in " + data + " yet: start ./deploy/up first.", refusal.getMessage());
    }

    private String token(String... words) {
        String[] given = Stream.concat(Stream.of(words), Stream.of("--data", data.toString()))
                .toArray(String[]::new);
        return TokenCommand.token(Arguments.parse(given, Set.of(), TokenCommand.OPTIONS));
    }

    private static String claims(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
    }
}
