package dev.rivulet.success.survey.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SurveyStatesTest {

    private static final Set<String> SURVEY = Set.of("DRAFT ACTIVE", "DRAFT CLOSED", "ACTIVE CLOSED");
    private static final Set<String> WAVE = Set.of("SCHEDULED OPEN", "SCHEDULED CANCELLED", "OPEN ENDED");

    @ParameterizedTest
    @EnumSource
    void shouldMoveSurveysAlongTheirTable(SurveyStatus from) {
        for (var to : SurveyStatus.values()) {
            assertThat(from.mayBecome(to)).as(from + " " + to).isEqualTo(SURVEY.contains(from + " " + to));
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldMoveWavesAlongTheirTable(WaveStatus from) {
        for (var to : WaveStatus.values()) {
            assertThat(from.mayBecome(to)).as(from + " " + to).isEqualTo(WAVE.contains(from + " " + to));
        }
    }
}
