package dev.rivulet.kit.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretBoxTest {

    private static final byte[] SECRET = WebhookSecret.generate();

    private static String key(int fill) {
        var key = new byte[32];
        Arrays.fill(key, (byte) fill);
        return Base64.getEncoder().encodeToString(key);
    }

    private static SecretBox box(Map<String, String> keys, @Nullable String current, @Nullable Path file) {
        return new SecretBox(new SealingKeys() {
            @Override
            public Map<String, String> keys() {
                return keys;
            }

            @Override
            public Optional<String> current() {
                return Optional.ofNullable(current);
            }

            @Override
            public Optional<Path> localFile() {
                return Optional.ofNullable(file);
            }
        });
    }

    @Test
    void shouldOpenWhatItSealed() {
        var box = box(Map.of("a", key(1)), null, null);

        var sealed = box.seal("acme", SECRET);

        assertThat(box.open("acme", sealed)).isEqualTo(SECRET);
        assertThat(sealed).hasSizeGreaterThan(SECRET.length);
        assertThat(Collections.indexOfSubList(list(sealed), list(SECRET))).isEqualTo(-1);
        assertThat(box.seal("acme", SECRET)).isNotEqualTo(sealed);
        assertThat(box.isOutdated(sealed)).isFalse();
    }

    private static List<Byte> list(byte[] bytes) {
        var list = new ArrayList<Byte>();
        for (var each : bytes) {
            list.add(each);
        }
        return list;
    }

    @Test
    void shouldNotOpenWhatIsAnotherTenantsOrWasTouchedOrSealedWithAnotherKey() {
        var box = box(Map.of("a", key(1)), null, null);
        var sealed = box.seal("acme", SECRET);

        assertThatThrownBy(() -> box.open("other", sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> box(Map.of("a", key(2)), null, null).open("acme", sealed))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> box(Map.of("b", key(1)), null, null).open("acme", sealed))
                .hasMessageContaining("key a");
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> box.open("acme", sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldChangeItsKey() {
        var sealed = box(Map.of("a", key(1)), null, null).seal("acme", SECRET);
        var both = box(Map.of("a", key(1), "b", key(2)), "b", null);

        assertThat(both.isOutdated(sealed)).isTrue();
        var again = both.seal("acme", both.open("acme", sealed));

        assertThat(both.isOutdated(again)).isFalse();
        assertThat(box(Map.of("b", key(2)), null, null).open("acme", again)).isEqualTo(SECRET);
    }

    @Test
    void shouldTakeUpWhatWasKeptBare() {
        var box = box(Map.of("a", key(1)), null, null);

        assertThat(box.isOutdated(SECRET)).isTrue();
        assertThat(box.open("acme", SECRET)).isEqualTo(SECRET);
    }

    @Test
    void shouldMakeAKeyOfItsOwnWhereItIsToldTo(@TempDir Path folder) throws IOException {
        var file = folder.resolve("below/sealing.key");
        var sealed = box(Map.of(), null, file).seal("acme", SECRET);

        assertThat(box(Map.of(), null, file).open("acme", sealed)).isEqualTo(SECRET);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void shouldNotBeginWithoutAKey() {
        assertThatThrownBy(() -> box(Map.of(), null, null)).hasMessageContaining("rivulet.sealing.keys");
        assertThatThrownBy(() -> box(Map.of("a", key(1), "b", key(2)), null, null))
                .hasMessageContaining("current");
        assertThatThrownBy(() -> box(Map.of("a", key(1)), "b", null)).hasMessageContaining("b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAAA", "not base64!"})
    void shouldRefuseWhatIsNoKey(String key) {
        assertThatThrownBy(() -> box(Map.of("a", key), null, null)).hasMessageContaining("key a");
    }
}
