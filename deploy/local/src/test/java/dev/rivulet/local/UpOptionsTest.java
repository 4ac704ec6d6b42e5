package dev.rivulet.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpOptionsTest {

    @Test
    void shouldStartEverythingInTheUsualFolder() {
        UpOptions options = parse();

        assertEquals(EnumSet.allOf(Service.class), options.services());
        assertEquals(ProjectRoot.find().resolve("deploy/local/.data"), options.data());
        assertTrue(options.isUsualData());
        assertFalse(options.demo() || options.keepGoing() || options.help());
    }

    @Test
    void shouldUnderstandEveryOption() {
        UpOptions options = parse(
                "--demo", "--keep-going", "--without", "catalog", "--without=success-service", "--data", "/tmp/a/../b");

        assertTrue(options.demo() && options.keepGoing());
        assertEquals(EnumSet.of(Service.SUBSCRIPTION), options.services());
        assertEquals(Path.of("/tmp/b"), options.data());
        assertTrue(parse("--help").help());
        assertTrue(parse("-h").help());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --dmeo                | Unknown option --dmeo.
                    --demo=yes            | Unknown option --demo=yes.
                    --data                | Option --data needs a value.
                    now                   | Unexpected argument now.
                    --without=billing     | There is no service billing; the services are catalog, subscription, success.
                    """)
    void shouldSayWhatItDoesNotUnderstand(String argument, String sentence) {
        var refusal = assertThrows(UsageException.class, () -> parse(argument));

        assertEquals(sentence, refusal.getMessage());
    }

    private static UpOptions parse(String... arguments) {
        return UpOptions.parse(arguments);
    }
}
