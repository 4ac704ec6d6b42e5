package dev.rivulet.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** Signs the bearer tokens of the local stack, in the place of the identity provider that a cluster has. */
public final class Issuer {

    /** The {@code iss} claim. */
    public static final String NAME = "https://rivulet.local";

    /** The {@code aud} claim. */
    public static final String AUDIENCE = "rivulet";

    static final String FILE = "issuer.pem";

    private static final String HEADER = "-----BEGIN PRIVATE KEY-----\n";
    private static final String FOOTER = "\n-----END PRIVATE KEY-----\n";

    private final RSAPrivateCrtKey key;

    private Issuer(RSAPrivateCrtKey key) {
        this.key = key;
    }

    /** The issuer whose key pair is kept in this folder; made there on first use. */
    public static Issuer in(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                write(generate(), file);
            }
            return new Issuer(parse(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An issuer with a key of its own that nobody keeps or trusts. */
    static Issuer unknown() {
        return new Issuer((RSAPrivateCrtKey) generate());
    }

    /** The public key as {@code quarkus.oidc.public-key} takes it: X.509 in base64. */
    public String publicKey() {
        try {
            var spec = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
            byte[] encoded = KeyFactory.getInstance("RSA").generatePublic(spec).getEncoded();
            return Base64.getEncoder().encodeToString(encoded);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A key for what services keep sealed, that is the same as long as the data folder is: 32 bytes in base64. */
    String sealingKey() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update("sealing".getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest.digest(key.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A signed token; without a tenant the claim is absent. A negative lifetime gives one that has expired. */
    public String token(
            @Nullable String tenant,
            String subject,
            Set<String> roles,
            Duration lifetime,
            Map<String, Object> extraClaims) {
        var claims = new JwtClaims();
        NumericDate now = NumericDate.now();
        claims.setIssuer(NAME);
        claims.setAudience(AUDIENCE);
        claims.setSubject(subject);
        claims.setStringClaim("upn", subject);
        claims.setStringListClaim("groups", List.copyOf(roles));
        if (tenant != null) {
            claims.setStringClaim("tenant", tenant);
        }
        claims.setIssuedAt(now);
        claims.setExpirationTime(NumericDate.fromSeconds(now.getValue() + lifetime.toSeconds()));
        claims.setGeneratedJwtId();
        extraClaims.forEach(claims::setClaim);
        return sign(claims);
    }

    private String sign(JwtClaims claims) {
        var signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setHeader("typ", "JWT");
        signature.setPayload(claims.toJson());
        signature.setKey(key);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PrivateKey generate() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair().getPrivate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(PrivateKey key, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Path draft = Files.createTempFile(
                file.getParent(),
                "issuer",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                draft, HEADER + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded()) + FOOTER);
        // In one step, so that no reader ever meets half a key.
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static RSAPrivateCrtKey parse(String pem) {
        byte[] encoded = Base64.getMimeDecoder().decode(pem.replace(HEADER, "").replace(FOOTER, ""));
        try {
            return (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new LocalStackException(
                    "The local issuer's key file is damaged: delete issuer.pem in the data folder.", e);
        }
    }
}
