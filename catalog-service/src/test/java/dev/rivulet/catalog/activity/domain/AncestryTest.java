package dev.rivulet.catalog.activity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.catalog.activity.domain.Ancestry.Said;
import dev.rivulet.catalog.activity.domain.Ancestry.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AncestryTest {

    /** A file's codes as {@code code<parent/section}, those that stand already as {@code code<parent}. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            G/G 47/G 47.9 47.91<47.9       |           | G=PLACED 47=PLACED 47.9=PLACED 47.91=PLACED
            47.91<47.9                     |           | 47.91=PARENT_UNKNOWN
            47.911<47.91 47.91<47.9        |           | 47.911=PARENT_UNKNOWN 47.91=PARENT_UNKNOWN
            47.91 47.9<46                  |           | 47.91=PARENT_UNKNOWN 47.9=PARENT_UNKNOWN
            47.91<47.9                     | 47.9<47   | 47.91=PLACED
            01<02 02<01                    |           | 01=BELOW_ITSELF 02=BELOW_ITSELF
            01<01                          |           | 01=BELOW_ITSELF
            03<01 01<02 02<01 04<05 05     |           | 03=PARENT_UNKNOWN 01=BELOW_ITSELF 02=BELOW_ITSELF 04=PLACED 05=PLACED
            47.9<47.91 47.91               |           | 47.9=BELOW_ITSELF 47.91=BELOW_ITSELF
            01<47.91 47.91 47.9<01         |           | 01=BELOW_ITSELF 47.91=BELOW_ITSELF 47.9=BELOW_ITSELF
            A/B B/A                        |           | A=BELOW_ITSELF B=BELOW_ITSELF
            02<01                          | 01<02     | 02=BELOW_ITSELF
            02<01                          | 01<03     | 02=PLACED
            """)
    void shouldPlaceWhatHasAWayUp(String file, String standing, String verdicts) {
        var said = new LinkedHashMap<String, Said>();
        for (var row : file.split(" ")) {
            var codes = row.split("[</]");
            said.put(
                    codes[0],
                    new Said(row.contains("<") ? codes[1] : null, row.contains("/") ? codes[codes.length - 1] : null));
        }
        var old = new TreeMap<String, String>();
        if (standing != null) {
            old.put(standing.split("<")[0], standing.split("<")[1]);
        }
        for (var expected : verdicts.split(" ")) {
            var code = expected.split("=")[0];
            // Whichever code is asked for first.
            assertThat(new Ancestry(said, old).verdict(code)).as(code).hasToString(expected.split("=")[1]);
        }
        var together = new Ancestry(said, old);
        said.keySet().forEach(together::verdict);
        assertThat(verdicts.split(" "))
                .allSatisfy(expected ->
                        assertThat(together.verdict(expected.split("=")[0])).hasToString(expected.split("=")[1]));
    }

    @ParameterizedTest
    @CsvSource({"47.91.2, 47.9", "47.9, G", "G,", "52, 47.9"})
    void shouldStandUnderTheNearest(String code, String parent) {
        var ancestry = new Ancestry(
                Map.of(
                        "G", new Said(null, "G"),
                        "47.9", new Said(null, "G"),
                        "47.91.2", new Said(null, "G"),
                        "52", new Said("47.9", null)),
                Map.of());
        assertThat(ancestry.parent(code)).isEqualTo(parent);
    }

    @Test
    void shouldTakeTimeInProportionToALongChain() {
        var said = new LinkedHashMap<String, Said>();
        for (var i = 100_000; i < 300_000; i++) {
            said.put(String.valueOf(i), new Said(i == 299_999 ? null : String.valueOf(i + 1), null));
        }
        var ancestry = new Ancestry(said, Map.of());
        assertThat(said.keySet())
                .allSatisfy(code -> assertThat(ancestry.verdict(code)).isEqualTo(Verdict.PLACED));
    }
}
