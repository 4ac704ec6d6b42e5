package dev.rivulet.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rivulet.kit.testing.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The invariants of the drills that concern this service, looked at for one shop. */
public final class Invariants {

    private static final Path ALL = Path.of("../deploy/drills/invariants");
    private static final String MEANT = "(?m)^-- (?=(?:none|same) on )";

    private final Shop shop;

    public Invariants(Shop shop) {
        this.shop = shop;
    }

    public void shouldHold() {
        for (var name : ours()) {
            var sames = new ArrayList<List<String>>();
            for (var query : queries(name)) {
                var rows = rows(query.substring(query.indexOf('\n') + 1));
                if (query.startsWith("none")) {
                    assertThat(rows).as(name + " of " + shop.tenant).isEmpty();
                } else {
                    sames.add(rows);
                }
            }
            sames.forEach(rows -> assertThat(rows)
                    .as(name + " of " + shop.tenant)
                    .containsExactlyInAnyOrderElementsOf(sames.getFirst()));
        }
    }

    /** Those that look at this service's database only. */
    private static List<String> ours() {
        try (var files = Files.list(ALL)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> queries(name).stream().allMatch(query -> query.contains(" on subscription\n")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each begins with how it is meant. */
    private static List<String> queries(String name) {
        try {
            return Arrays.stream(Files.readString(ALL.resolve(name)).split(MEANT))
                    .skip(1)
                    .map(query -> query.lines()
                            .filter(line -> !line.startsWith("-- "))
                            .reduce((one, other) -> one + "\n" + other)
                            .orElseThrow())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> rows(String query) {
        return Sql.column("SELECT q::text FROM (" + query + ") q WHERE q::text LIKE '(" + shop.tenant + ",%'");
    }
}
