package io.mizan.web.config;

import io.mizan.web.start.Refusal;
import io.mizan.web.start.StartCheck;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** Every setting is read, and what is wrong with them told at once, before anything starts. */
@Dependent
public class ConfigurationCheck implements StartCheck {
    private final Configuration configuration;

    /** For a start that ends before there are beans, and before the thread has a class loader of ours. */
    public ConfigurationCheck() {
        this(new Configuration(ConfigProvider.getConfig(ConfigurationCheck.class.getClassLoader()), Clock.systemUTC()));
    }

    @Inject
    ConfigurationCheck(Configuration configuration) {
        this.configuration = configuration;
    }

    @Override
    public List<Refusal> refusals() {
        return configuration.refusals();
    }
}
