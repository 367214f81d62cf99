package sandbox.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import sandbox.database.Database;

/** The check named {@code sandbox}: who waits for the simulators waits until it is shown and up. */
@Readiness
@ApplicationScoped
public class SandboxReadiness implements HealthCheck {
    @Inject
    Database database;

    @Inject
    OwnFrontDoor frontDoor;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("sandbox")
                .status(frontDoor.isOpen() && database.answers())
                .build();
    }
}
