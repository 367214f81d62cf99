/**
 * Tests inside a running Payara Micro, where the container itself is the subject. Each class boots a server of its own on
 * an empty schema, which takes a quarter of a minute: four such classes at most.
 */
package io.mizan.container;
