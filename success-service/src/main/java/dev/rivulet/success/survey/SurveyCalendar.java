package dev.rivulet.success.survey;

import dev.rivulet.success.clock.ClockMoved;
import dev.rivulet.success.clock.ClockedTenants;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Has waves open and end when their time has come, by the system's time or a test clock's. */
@Singleton
class SurveyCalendar {

    private final ClockedTenants clocked;
    private final Waves waves;

    SurveyCalendar(ClockedTenants clocked, Waves waves) {
        this.clocked = clocked;
        this.waves = waves;
    }

    @Scheduled(every = "${rivulet.calendar.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void round() {
        clocked.visitByPieces("surveys", waves::advance);
    }

    /** What has fallen due in between is done in the order of its dates. */
    void moved(@Observes ClockMoved move) {
        while (waves.advance()) {
            // The next wave.
        }
    }
}
