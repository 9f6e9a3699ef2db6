import { PlusOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { cluster, content } from '../api/client'
import type { Movement, Season } from '../api/types'
import { useI18n } from '../app/i18n'
import { DateField } from '../ui/DateField'
import { FormDrawer } from '../ui/FormDrawer'
import { type Named, UnitPicker } from '../ui/Picker'
import { ReasonOfLock } from '../ui/ReasonOfLock'
import styles from './Clusters.module.css'
import { MOVEMENT_KINDS, MOVEMENT_LEVELS } from './kinds'
import { MovementTable } from './Movements'
import { type Origin, OriginFields, OWN, originOf } from './OriginFields'
import { refresh } from './queries'

export function SeasonMovements({ season }: { season: Season }) {
  const { t } = useI18n()
  const [adding, setAdding] = useState(false)
  return (
    <>
      <div className={styles.links}>
        <ReasonOfLock ability="MOVEMENTS_WRITE">
          {(locked) => (
            <Button
              icon={<PlusOutlined />}
              disabled={locked}
              onClick={() => setAdding(true)}
              data-testid="movement-create"
            >
              {t('movements.create')}
            </Button>
          )}
        </ReasonOfLock>
      </div>
      <MovementTable filter={{ seasonId: season.id }} />
      {adding && <MovementForm season={season} onClose={() => setAdding(false)} />}
    </>
  )
}

interface Values extends Origin {
  name: string
  launchedByUnitId: Named | null
  level: Movement['level']
  kind: Movement['kind']
  launchedOn: string | null
}

function MovementForm({ season, onClose }: { season: Season; onClose(): void }) {
  const { t } = useI18n()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const required = [{ required: true, whitespace: true, message: t('form.required') }]
  return (
    <FormDrawer<Values>
      title={t('movements.create')}
      source={{
        version: null,
        values: {
          name: '',
          launchedByUnitId: null,
          level: 'CLUSTER',
          kind: 'REGULAR',
          launchedOn: null,
          ...OWN,
        },
      }}
      onClose={onClose}
      send={async (typed, _, headers) => {
        await content(
          cluster.POST('/api/v1/movements', {
            body: {
              seasonId: season.id,
              name: typed.name.trim(),
              launchedByUnitId: typed.launchedByUnitId?.id ?? '',
              level: typed.level,
              kind: typed.kind,
              launchedOn: typed.launchedOn ?? null,
              ...originOf(typed),
            },
            headers,
          }),
        )
        refresh(queries)
        message.success(t('movements.created'))
      }}
    >
      {() => (
        <>
          <Form.Item name="name" label={t('movements.name')} rules={required}>
            <Input.TextArea rows={2} maxLength={500} data-testid="movement-name" />
          </Form.Item>
          <Form.Item
            name="launchedByUnitId"
            label={t('movements.by')}
            rules={[{ required: true, message: t('form.required') }]}
          >
            <UnitPicker testId="movement-by" />
          </Form.Item>
          <Form.Item name="level" label={t('movements.level')} rules={[{ required: true }]}>
            <Select
              options={MOVEMENT_LEVELS.map((value) => ({ value, label: t(`movements.level.${value}`) }))}
              data-testid="movement-level"
            />
          </Form.Item>
          <Form.Item name="kind" label={t('movements.kind')} rules={[{ required: true }]}>
            <Select
              options={MOVEMENT_KINDS.map((value) => ({ value, label: t(`movements.kind.${value}`) }))}
              data-testid="movement-kind"
            />
          </Form.Item>
          <Form.Item name="launchedOn" label={t('movements.on')}>
            <DateField data-testid="movement-on" />
          </Form.Item>
          <OriginFields />
        </>
      )}
    </FormDrawer>
  )
}
