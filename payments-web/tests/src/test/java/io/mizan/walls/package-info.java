/** What may import what, and what the deployed application may contain: the walls of the house, checked on the built files. */
package io.mizan.walls;
