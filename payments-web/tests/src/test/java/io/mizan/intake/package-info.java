/** The one door with a real container, a real transaction and a real database behind it. */
package io.mizan.intake;
