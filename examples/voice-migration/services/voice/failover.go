// Package voice keeps calls alive when a trunk goes down.
package voice

import "time"

// Trunk is one way out of our network.
type Trunk struct {
	Host     string
	LastSeen time.Time
}

const silence = 30 * time.Second

// Alive gives the trunks that answered lately, in their order.
func Alive(trunks []Trunk, now time.Time) []Trunk {
	var alive []Trunk
	for _, t := range trunks {
		if now.Sub(t.LastSeen) <= silence {
			alive = append(alive, t)
		}
	}
	// TODO(@ana, voip): count how often all trunks are down at once
	return alive
}
