package io.mizan.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.invariant.InvariantChecker;
import io.mizan.invariant.Violation;
import io.mizan.invariant.When;
import io.mizan.sql.Sql;
import java.util.ArrayList;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Where a test tells a story: an empty stage, and a clock that it moves. After the test every invariant holds there. */
record Scene(Stage stage, SimulatedClock clock) {
    Sql rows() {
        return stage.rows();
    }

    private void everyInvariantHolds() {
        var found = new ArrayList<Violation>();
        new InvariantChecker(stage.reading(), stage.vault(), clock).everything(When.ALWAYS, found::add);
        assertThat(found).isEmpty();
    }

    /** Gives each test its scene, as a parameter of the constructor. */
    static final class Opening implements ParameterResolver, AfterEachCallback {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == Scene.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
            var stage = Theatre.of(test).stage();
            stage.clear();
            var scene = new Scene(stage, new SimulatedClock());
            store(test).put(Scene.class, scene);
            return scene;
        }

        @Override
        public void afterEach(ExtensionContext test) {
            store(test).get(Scene.class, Scene.class).everyInvariantHolds();
        }

        private static Store store(ExtensionContext test) {
            return test.getStore(Namespace.create(Scene.class));
        }
    }
}
