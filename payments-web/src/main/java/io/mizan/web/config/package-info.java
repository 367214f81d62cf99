/**
 * Builds and validates every settings record once, and produces what the domain is built from. The only package that
 * knows MicroProfile Config.
 */
package io.mizan.web.config;
