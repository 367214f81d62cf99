package io.mizan.web.config;

import io.mizan.web.start.Refusal;
import io.mizan.web.start.StartCheck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Every setting is read, and what is wrong with them told at once, before anything starts. */
@ApplicationScoped
class ConfigurationCheck implements StartCheck {
    @Inject
    Configuration configuration;

    @Override
    public List<Refusal> refusals() {
        return configuration.refusals();
    }
}
