package dev.rivulet.subscription.payment;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature on a provider's call: {@code t=<seconds>,v1=<hex>}, where v1 is the HMAC-SHA256 of {@code <t>.<body>};
 * there may be several v1, while a secret is being replaced.
 */
final class CallbackSignature {

    /** How far the sender's clock may be off, and how long a call may be on its way. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private CallbackSignature() {}

    static boolean isGood(String header, byte[] body, String secret, Instant now) {
        var time = "";
        var good = false;
        for (var part : header.split(",", -1)) {
            if (part.strip().startsWith("t=")) {
                time = part.strip().substring(2);
            }
        }
        if (!time.matches("\\d{1,12}") || isFar(Instant.ofEpochSecond(Long.parseLong(time)), now)) {
            return false;
        }
        var expected = hmac(time, body, secret);
        for (var part : header.split(",", -1)) {
            if (part.strip().startsWith("v1=")) {
                // Compared in constant time, so that the time taken tells nothing of the right one.
                good |= MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8),
                        part.strip().substring(3).getBytes(StandardCharsets.UTF_8));
            }
        }
        return good;
    }

    /** The header that goes with a body. */
    static String sign(Instant time, byte[] body, String secret) {
        var seconds = Long.toString(time.getEpochSecond());
        return "t=" + seconds + ",v1=" + hmac(seconds, body, secret);
    }

    private static boolean isFar(Instant time, Instant now) {
        return Duration.between(time, now).abs().compareTo(TOLERANCE) > 0;
    }

    private static String hmac(String time, byte[] body, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
