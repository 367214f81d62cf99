package io.mizan.web.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** {@code workers} of {@code /health/ready}: how long ago each worker's last tick or batch came to its end. */
@Readiness
@ApplicationScoped
class WorkerHealth implements HealthCheck {
    /** Longer than any batch with a gateway that hangs to its time-out. */
    private static final Duration STUCK = Duration.ofMinutes(2);

    @Inject
    Workers workers;

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("workers").up();
        for (var worker : workers.all()) {
            var age = worker.sinceLastTick();
            answer.withData(worker.name() + "_seconds_since_tick", age.toSeconds());
            if (age.compareTo(STUCK) > 0) {
                answer.down();
            }
        }
        return answer.build();
    }
}
