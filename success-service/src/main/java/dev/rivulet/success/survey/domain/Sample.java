package dev.rivulet.success.survey.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * A stable sample: each person has a place from 0 to 1 in each wave, the hash of both, and is in the sample when it is
 * below the share. The same share takes the same people however often it is drawn, and a larger one adds to them.
 */
public record Sample(UUID wave, BigDecimal share) {

    private static final int BITS = 64;
    private static final BigDecimal WHOLE = new BigDecimal(BigInteger.ONE.shiftLeft(BITS));

    public Sample {
        if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("no share: " + share);
        }
    }

    public boolean includes(UUID account, String person) {
        return place(account, person).compareTo(share.multiply(WHOLE)) < 0;
    }

    private BigDecimal place(UUID account, String person) {
        var key = wave + "/" + account + "/" + person;
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return new BigDecimal(new BigInteger(1, hash, 0, BITS / Byte.SIZE));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
