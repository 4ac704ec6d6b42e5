package dev.rivulet.success.page;

import dev.rivulet.kit.tenancy.Tenants;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What makes a link work: the tenant it belongs to and a secret of 256 random bits. Only the hash of the secret is
 * kept, so that whoever reads the database cannot answer in another's name.
 */
public record PageToken(String tenant, String secret) {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");

    public static PageToken issue(String tenant) {
        var secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return new PageToken(tenant, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** Empty for what cannot be a token. */
    public static Optional<PageToken> read(String text) {
        var point = text.indexOf('.');
        if (point < 0) {
            return Optional.empty();
        }
        var token = new PageToken(text.substring(0, point), text.substring(point + 1));
        return Tenants.isValid(token.tenant()) && SECRET.matcher(token.secret()).matches()
                ? Optional.of(token)
                : Optional.empty();
    }

    /** As it stands in a link. */
    public String text() {
        return tenant + "." + secret;
    }

    /** SHA-256 of the secret, in hexadecimal digits. */
    public String hash() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The secret is not for logs. */
    @Override
    public String toString() {
        return "PageToken[" + tenant + "]";
    }
}
