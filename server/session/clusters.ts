/** Themes by command. Their cards stay: where they lie follows from the theme (`placeOf`). */
import { clustersMap, clusterFrom } from '../../shared/document.ts';
import type { Cluster } from '../../shared/model.ts';
import { refuse } from '../../shared/refusals.ts';
import { setCluster } from '../../shared/stamp.ts';
import type { Hall, Scene } from './hall.ts';
import { answer, type Services } from './services.ts';

export function makeClusters(hall: Hall): Services['clusters'] {
  return {
    dissolve(ask, cluster) {
      const scene = hall.may(ask, { type: 'cluster.dissolve', cluster });
      if (!scene.ok) return scene;
      hall.act(scene.value, 'cluster.dissolve', cluster, (doc) => setCluster(doc, cluster, { gone: true }));
      return answer(null);
    },

    restore(ask, cluster) {
      const scene = hall.may(ask, { type: 'cluster.restore', cluster });
      if (!scene.ok) return scene;
      hall.act(scene.value, 'cluster.restore', cluster, (doc) =>
        setCluster(doc, cluster, { gone: false, mergedInto: null }),
      );
      return answer(null);
    },

    merge(ask, cluster, into) {
      const scene = hall.may(ask, { type: 'cluster.merge', cluster, into });
      if (!scene.ok) return scene;
      if (themeOf(scene.value, cluster)?.mergedInto) return refuse('already_merged');
      if (leadsTo(scene.value, into, cluster)) return refuse('bad_request', 'into');
      hall.act(scene.value, 'cluster.merge', cluster, (doc) => setCluster(doc, cluster, { mergedInto: into }));
      return answer(null);
    },
  };
}

/** Whether following merges from `start` comes by `wanted`: merging the other way would make a ring. */
function leadsTo(scene: Scene, start: string, wanted: string): boolean {
  const seen = new Set<string>();
  for (let at: string | null = start; at !== null && !seen.has(at);) {
    if (at === wanted) return true;
    seen.add(at);
    at = themeOf(scene, at)?.mergedInto ?? null;
  }
  return false;
}

function themeOf({ doc }: Scene, id: string): Cluster | null {
  const map = clustersMap(doc).get(id);
  return map ? clusterFrom(id, map) : null;
}
