package dev.rivulet.catalog.channel.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadinessTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # customers | playbooks | sellers | ready | gaps
            10          | 1         | 1       | true  | []
            11          | 2         | 7       | true  | []
            9           | 1         | 1       | false | [OWN_CUSTOMERS 9/10]
            10          | 0         | 1       | false | [PUBLISHED_PLAYBOOKS 0/1]
            10          | 1         | 0       | false | [CERTIFIED_SELLERS 0/1]
            2           | 0         | 0       | false | [OWN_CUSTOMERS 2/10, PUBLISHED_PLAYBOOKS 0/1, CERTIFIED_SELLERS 0/1]
            """)
    void shouldWantEverything(long customers, long playbooks, long sellers, boolean ready, String gaps) {
        var readiness = new Readiness(List.of(
                new Criterion(CriterionKind.OWN_CUSTOMERS, 10, customers),
                new Criterion(CriterionKind.PUBLISHED_PLAYBOOKS, 1, playbooks),
                new Criterion(CriterionKind.CERTIFIED_SELLERS, 1, sellers)));
        assertThat(readiness.isReady()).isEqualTo(ready);
        assertThat(readiness.gaps()).hasToString(gaps);
    }
}
