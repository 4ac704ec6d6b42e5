package dev.rivulet.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IssuerTest {

    @TempDir
    Path folder;

    @Test
    void shouldSignWhatItsPublicKeyVerifies() throws Exception {
        var issuer = Issuer.in(folder);

        JwtClaims claims = verify(
                issuer, issuer.token("acme", "ann", Set.of("sales"), Duration.ofMinutes(5), Map.of("partner", "p1")));

        assertEquals("ann", claims.getSubject());
        assertEquals("ann", claims.getStringClaimValue("upn"));
        assertEquals("acme", claims.getStringClaimValue("tenant"));
        assertEquals("p1", claims.getStringClaimValue("partner"));
        assertEquals(List.of("sales"), claims.getStringListClaimValue("groups"));
        assertEquals(
                300,
                claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue());
        assertEquals(22, claims.getJwtId().length());
    }

    @Test
    void shouldLeaveTheTenantOutWhenThereIsNone() throws Exception {
        var issuer = Issuer.in(folder);

        var claims = verify(issuer, issuer.token(null, "ann", Set.of(), Duration.ofMinutes(5), Map.of()));

        assertFalse(claims.hasClaim("tenant"));
    }

    @Test
    void shouldKeepItsKeyForItsOwnerOnly() throws Exception {
        var first = Issuer.in(folder);
        var second = Issuer.in(folder);

        assertEquals(first.publicKey(), second.publicKey());
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("issuer.pem"))));
    }

    @Test
    void shouldOfferTokensThatMustBeRefused() {
        var issuer = TestStack.issuer();

        assertThrows(InvalidJwtException.class, () -> verify(issuer, bare(Tokens.expired("acme", "sales"))));
        assertThrows(InvalidJwtException.class, () -> verify(issuer, bare(Tokens.forged("acme", "sales"))));
        assertTrue(Tokens.bearer("acme", "sales", "billing").startsWith("Bearer ey"));
    }

    private static String bare(String header) {
        return header.substring("Bearer ".length());
    }

    private static JwtClaims verify(Issuer issuer, String token) throws Exception {
        PublicKey key = KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(issuer.publicKey())));
        return new JwtConsumerBuilder()
                .setVerificationKey(key)
                .setExpectedIssuer(Issuer.NAME)
                .setExpectedAudience(Issuer.AUDIENCE)
                .setRequireExpirationTime()
                .build()
                .processToClaims(token);
    }
}
