package dev.rivulet.kit.webhook;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals secrets before they are kept: AES-256-GCM under a key of the operator's, bound to the tenant, so that neither a
 * dump of the database nor another tenant's row gives them away. A sealed secret names its key: mark, length of the name,
 * name, nonce, ciphertext with its tag. What is as long as a bare secret was kept before there were keys.
 */
@Singleton
public final class SecretBox {

    private static final byte MARK = (byte) 0xA7;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;
    private static final String LOCAL = "local";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, SecretKeySpec> keys = new HashMap<>();
    private final String current;

    SecretBox(SealingKeys configured) {
        configured.keys().forEach((name, key) -> keys.put(name, key(name, key)));
        if (keys.isEmpty()) {
            var file = configured
                    .localFile()
                    .orElseThrow(() -> new IllegalStateException(
                            "no key to keep webhook secrets under: set rivulet.sealing.keys.<name> to 32 random"
                                    + " bytes in Base64"));
            keys.put(LOCAL, key(LOCAL, local(file)));
        }
        current = configured.current().orElseGet(() -> only(keys));
        if (!keys.containsKey(current)) {
            throw new IllegalStateException("rivulet.sealing.current names no key: " + current);
        }
    }

    private static String only(Map<String, SecretKeySpec> keys) {
        if (keys.size() > 1) {
            throw new IllegalStateException("rivulet.sealing.current is to name one of the keys");
        }
        return keys.keySet().iterator().next();
    }

    private static SecretKeySpec key(String name, String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("key " + name + " of webhook secrets is no Base64", e);
        }
        if (bytes.length != KEY_BYTES || name.isEmpty() || name.length() > Byte.MAX_VALUE) {
            throw new IllegalStateException(
                    "key " + name + " of webhook secrets is not of 32 bytes, or its name is long");
        }
        return new SecretKeySpec(bytes, "AES");
    }

    /** The key in a file that only its owner can read; made when it is not there, by whoever comes first. */
    private static String local(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the local key of webhook secrets in " + file, e);
        }
    }

    private static void make(Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        var key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, Base64.getEncoder().encodeToString(key), StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException another) {
            // Another replica on this machine was first; its key it is.
        }
    }

    /** As it is kept. */
    public byte[] seal(String tenant, byte[] secret) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        var name = current.getBytes(StandardCharsets.UTF_8);
        var sealed = cipher(Cipher.ENCRYPT_MODE, current, tenant, nonce, secret);
        return ByteBuffer.allocate(2 + name.length + NONCE + sealed.length)
                .put(MARK)
                .put((byte) name.length)
                .put(name)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** As it was before it was sealed. */
    public byte[] open(String tenant, byte[] kept) {
        if (isBare(kept)) {
            return kept;
        }
        var in = ByteBuffer.wrap(kept);
        in.get();
        var name = new byte[in.get()];
        in.get(name);
        var nonce = new byte[NONCE];
        in.get(nonce);
        var sealed = new byte[in.remaining()];
        in.get(sealed);
        return cipher(Cipher.DECRYPT_MODE, new String(name, StandardCharsets.UTF_8), tenant, nonce, sealed);
    }

    /** Whether it is not sealed with the present key. */
    public boolean isOutdated(byte[] kept) {
        var name = current.getBytes(StandardCharsets.UTF_8);
        return isBare(kept) || !ByteBuffer.wrap(kept, 2, kept[1]).equals(ByteBuffer.wrap(name));
    }

    private static boolean isBare(byte[] kept) {
        return kept.length <= WebhookSecret.BYTES;
    }

    private byte[] cipher(int mode, String keyName, String tenant, byte[] nonce, byte[] text) {
        var key = keys.get(keyName);
        if (key == null) {
            throw new IllegalStateException(
                    "a webhook secret is sealed with the key " + keyName + ", which is not here");
        }
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(tenant.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a webhook secret that the key " + keyName + " does not open", e);
        }
    }
}
