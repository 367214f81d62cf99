package io.mizan.launcher;

import java.nio.file.Path;

/** A system that serves, and what a person needs to know about it. */
record RunningSystem(Wiring wiring, Path demoEnvironment, RunningServer server, RunningServer simulators) {

    String welcome() {
        return """

                Mizan is ready.

                  Shop        %1$s/shop/
                  Portal      %1$s/admin
                  API         %1$s/api/v1    (described at %1$s/openapi)
                  Simulators  %2$s/control

                %3$s
                  API keys and passwords are in %4$s too.

                Ctrl-C stops everything; the data stays."""
                .formatted(
                        wiring.server(),
                        wiring.simulators(),
                        wiring.credentials().indent(2),
                        demoEnvironment);
    }
}
